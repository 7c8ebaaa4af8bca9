package dev.helpdesk.notification.inbox;

import dev.helpdesk.contracts.ticket.TicketEvent;
import dev.helpdesk.notification.delivery.Deliveries;
import dev.helpdesk.notification.delivery.Lane;
import dev.helpdesk.notification.inapp.Notifications;
import dev.helpdesk.notification.mail.MessageIds;
import dev.helpdesk.notification.notice.Reason;
import dev.helpdesk.notification.notice.Recipients;
import dev.helpdesk.notification.preference.NotificationSettings;
import dev.helpdesk.notification.preference.Reader;
import dev.helpdesk.notification.preference.Readers;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Finds out who is told of an event and writes what they get, in the transaction that records the
 * event.
 */
@ApplicationScoped
class TellPeople {
  private final Readers readers;
  private final UnknownPeople unknown;
  private final Notifications notifications;
  private final Deliveries deliveries;
  private final MessageIds ids;
  private final NotificationSettings settings;

  TellPeople(
      Readers readers,
      UnknownPeople unknown,
      Notifications notifications,
      Deliveries deliveries,
      MessageIds ids,
      NotificationSettings settings) {
    this.readers = readers;
    this.unknown = unknown;
    this.notifications = notifications;
    this.deliveries = deliveries;
    this.ids = ids;
    this.settings = settings;
  }

  Uni<Void> tell(SqlConnection transaction, UUID id, Instant time, TicketEvent event) {
    Map<UUID, List<Reason>> reasons = Recipients.of(event);
    if (reasons.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Set<UUID> people = new HashSet<>(reasons.keySet());
    if (event.actorId() != null) {
      people.add(event.actorId());
    }
    TicketFacts facts = new TicketFacts(id, time, event);
    return readers
        .find(transaction, people, facts.matter())
        .map(found -> unknown.fill(found, reasons.keySet(), event))
        .chain(found -> write(transaction, facts, reasons, found));
  }

  private Uni<Void> write(
      SqlConnection transaction,
      TicketFacts facts,
      Map<UUID, List<Reason>> reasons,
      Map<UUID, Reader> found) {
    boolean mails = !deliveries.isStale(facts.time());
    Notices notices = new Notices(facts, found, ids, settings, mails);
    reasons.forEach(notices::add);
    return Uni.join()
        .all(
            notifications.add(transaction, notices.happened(), notices.shown()),
            deliveries.add(transaction, facts.cause(), Lane.ORDINARY, null, notices.mails()))
        .andFailFast()
        .replaceWithVoid();
  }
}
