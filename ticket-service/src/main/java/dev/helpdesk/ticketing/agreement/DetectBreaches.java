package dev.helpdesk.ticketing.agreement;

import dev.helpdesk.contracts.ticket.TicketEvent;
import dev.helpdesk.contracts.ticket.TicketSlaBreached;
import dev.helpdesk.contracts.ticket.TicketSlaDueSoon;
import dev.helpdesk.kit.outbox.Outbox;
import dev.helpdesk.kit.sql.Transactions;
import dev.helpdesk.ticketing.agreement.Notices.Notice;
import dev.helpdesk.ticketing.sla.Alarm;
import dev.helpdesk.ticketing.sla.Now;
import dev.helpdesk.ticketing.ticket.AlarmedTickets;
import dev.helpdesk.ticketing.ticket.AlarmedTickets.Alarmed;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells of deadlines that come near or have passed: what is told is recorded in the transaction of
 * its event, so that it is told once, by whichever replica and however late.
 */
@ApplicationScoped
class DetectBreaches {
  private final Pool pool;
  private final Transactions transactions;
  private final AlarmedTickets tickets;
  private final Notices notices;
  private final Outbox outbox;
  private final SlaSettings settings;
  private final Now now;

  DetectBreaches(
      Pool pool,
      Transactions transactions,
      AlarmedTickets tickets,
      Notices notices,
      Outbox outbox,
      SlaSettings settings,
      Now now) {
    this.pool = pool;
    this.transactions = transactions;
    this.tickets = tickets;
    this.notices = notices;
    this.outbox = outbox;
    this.settings = settings;
    this.now = now;
  }

  @Scheduled(
      every = "${helpdesk.sla.poll:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> detect() {
    return tickets
        .areThere(pool, now.instant())
        .chain(some -> some ? batch() : Uni.createFrom().item(0))
        .chain(done -> done == 0 ? Uni.createFrom().voidItem() : detect());
  }

  /** Answers how many tickets there were; what others hold is left to them. */
  Uni<Integer> batch() {
    Instant at = now.instant();
    return transactions.run(
        transaction ->
            tickets
                .lock(transaction, at, settings.batch())
                .call(found -> tell(transaction, found, at))
                .map(List::size));
  }

  /** What has come of a ticket, and when it is to be looked at again. */
  private record Outlook(Alarmed found, List<Alarm> come, @Nullable Instant next) {
    static Outlook of(Alarmed found, Instant at) {
      List<Alarm> alarms =
          found.spaceDeleted() ? List.of() : found.policy().alarms(found.ticket().slaFacts());
      return new Outlook(
          found,
          alarms.stream().filter(alarm -> !alarm.at().isAfter(at)).toList(),
          alarms.stream()
              .map(Alarm::at)
              .filter(at::isBefore)
              .min(Comparator.naturalOrder())
              .orElse(null));
    }

    UUID id() {
      return found.ticket().id();
    }

    List<Notice> notices() {
      return come.stream().map(alarm -> Notice.of(id(), alarm)).toList();
    }
  }

  private Uni<Void> tell(SqlConnection transaction, List<Alarmed> found, Instant at) {
    if (found.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Outlook> outlooks = found.stream().map(each -> Outlook.of(each, at)).toList();
    Map<UUID, @Nullable Instant> next = new HashMap<>();
    outlooks.forEach(outlook -> next.put(outlook.id(), outlook.next()));
    return notices
        .record(transaction, outlooks.stream().flatMap(o -> o.notices().stream()).toList(), at)
        .chain(untold -> tickets.next(transaction, next).replaceWith(untold))
        .chain(untold -> write(transaction, outlooks, untold, at));
  }

  private Uni<Void> write(
      SqlConnection transaction, List<Outlook> outlooks, Set<Notice> untold, Instant at) {
    List<Uni<Void>> steps = new ArrayList<>();
    for (Outlook outlook : outlooks) {
      List<TicketEvent> events = events(outlook, untold, at);
      if (!events.isEmpty()) {
        steps.add(outbox.add(transaction, outlook.id().toString(), events));
      }
    }
    return steps.isEmpty()
        ? Uni.createFrom().voidItem()
        : Uni.join().all(steps).andFailFast().replaceWithVoid();
  }

  private List<TicketEvent> events(Outlook outlook, Set<Notice> untold, Instant at) {
    return outlook.come().stream()
        .filter(alarm -> untold.contains(Notice.of(outlook.id(), alarm)))
        .sorted(Comparator.comparing(Alarm::at))
        .map(alarm -> event(outlook.found(), alarm, at))
        .toList();
  }

  private TicketEvent event(Alarmed found, Alarm alarm, Instant at) {
    boolean late = alarm.at().plus(settings.lateAfter()).isBefore(at);
    String promise = alarm.promise().wire();
    return switch (alarm.kind()) {
      case DUE_SOON ->
          new TicketSlaDueSoon(
              found.ticket().state(), promise, alarm.dueAt(), late, found.owners());
      case BREACHED ->
          new TicketSlaBreached(
              found.ticket().state(), promise, alarm.dueAt(), late, found.owners());
    };
  }
}
