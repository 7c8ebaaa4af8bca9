package dev.helpdesk.notification.inbox;

import dev.helpdesk.notification.delivery.NewDelivery;
import dev.helpdesk.notification.inapp.Happened;
import dev.helpdesk.notification.inapp.NewNotification;
import dev.helpdesk.notification.mail.MessageIds;
import dev.helpdesk.notification.notice.NoticeType;
import dev.helpdesk.notification.notice.Reason;
import dev.helpdesk.notification.preference.NotificationSettings;
import dev.helpdesk.notification.preference.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What each person gets of one event: at most one notification and one mail. */
final class Notices {
  private final TicketFacts facts;
  private final Map<UUID, Reader> people;
  private final MessageIds ids;
  private final NotificationSettings settings;
  private final boolean withMail;
  private final List<NewNotification> shown = new ArrayList<>();
  private final List<NewDelivery> mails = new ArrayList<>();

  Notices(
      TicketFacts facts,
      Map<UUID, Reader> people,
      MessageIds ids,
      NotificationSettings settings,
      boolean withMail) {
    this.facts = facts;
    this.people = people;
    this.ids = ids;
    this.settings = settings;
    this.withMail = withMail;
  }

  /** Whom nobody knows and who may not see it get nothing. */
  void add(UUID id, List<Reason> reasons) {
    Reader reader = people.get(id);
    if (reader == null || reader.email() == null || !reader.sees()) {
      return;
    }
    NoticeType mail = mailType(reader, reasons);
    NoticeType inApp =
        reasons.stream().map(Reason::type).filter(reader::wantsInApp).findFirst().orElse(null);
    boolean chat = mail == NoticeType.CHAT_MESSAGE;
    if (inApp != null) {
      Instant mailAt = chat ? Instant.now().plus(settings.chatMailAfter()) : null;
      shown.add(new NewNotification(id, inApp, mailAt));
    }
    if (mail != null && !(chat && inApp != null)) {
      mails.add(mail(reader, reader.email(), mail));
    }
  }

  private @Nullable NoticeType mailType(Reader reader, List<Reason> reasons) {
    return reasons.stream()
        .filter(reason -> withMail && reason.byMail())
        .map(Reason::type)
        .filter(reader::wantsMail)
        .findFirst()
        .orElse(null);
  }

  /** The confirmation is what all later mail of the ticket refers to. */
  private NewDelivery mail(Reader reader, String address, NoticeType type) {
    NewDelivery delivery =
        NewDelivery.of(type, address, reader.id(), reader.language(), facts.note(type, actorName()))
            .gathered(reader.digestMinutes());
    return switch (type) {
      case TICKET_CREATED -> delivery.named(ids.root(facts.event().ticket().id()));
      case CHAT_MESSAGE -> delivery.after(settings.chatMailAfter());
      default -> delivery;
    };
  }

  private @Nullable String actorName() {
    UUID actor = facts.event().actorId();
    Reader reader = actor == null ? null : people.get(actor);
    return reader == null ? null : reader.name();
  }

  Happened happened() {
    return facts.happened(actorName());
  }

  List<NewNotification> shown() {
    return shown;
  }

  List<NewDelivery> mails() {
    return mails;
  }
}
