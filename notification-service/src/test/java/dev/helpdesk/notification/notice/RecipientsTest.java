package dev.helpdesk.notification.notice;

import static dev.helpdesk.notification.notice.NoticeType.ASSIGNED;
import static dev.helpdesk.notification.notice.NoticeType.CHAT_MESSAGE;
import static dev.helpdesk.notification.notice.NoticeType.COMMENTED;
import static dev.helpdesk.notification.notice.NoticeType.MENTIONED;
import static dev.helpdesk.notification.notice.NoticeType.SLA_BREACHED;
import static dev.helpdesk.notification.notice.NoticeType.SLA_DUE_SOON;
import static dev.helpdesk.notification.notice.NoticeType.STATUS_CHANGED;
import static dev.helpdesk.notification.notice.NoticeType.TICKET_CREATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.contracts.ticket.ChatMessageSent;
import dev.helpdesk.contracts.ticket.FieldChange;
import dev.helpdesk.contracts.ticket.TicketAssigned;
import dev.helpdesk.contracts.ticket.TicketCommentDeleted;
import dev.helpdesk.contracts.ticket.TicketCommentEdited;
import dev.helpdesk.contracts.ticket.TicketCommented;
import dev.helpdesk.contracts.ticket.TicketCreated;
import dev.helpdesk.contracts.ticket.TicketDeleted;
import dev.helpdesk.contracts.ticket.TicketEvent;
import dev.helpdesk.contracts.ticket.TicketRestored;
import dev.helpdesk.contracts.ticket.TicketSlaBreached;
import dev.helpdesk.contracts.ticket.TicketSlaDueSoon;
import dev.helpdesk.contracts.ticket.TicketStatusChanged;
import dev.helpdesk.contracts.ticket.TicketUpdated;
import dev.helpdesk.notification.Story;
import dev.helpdesk.notification.Story.Person;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is told of what: one row for each way in which it can go. */
class RecipientsTest {
  private static final Story STORY = new Story();
  private static final Person ADA = STORY.ada;
  private static final Person BOB = STORY.bob;
  private static final Person CARL = STORY.carl;
  private static final Person OLGA = STORY.olga;

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void theTable(String name, TicketEvent event, Map<UUID, List<Reason>> expected) {
    assertThat(Recipients.of(event)).as(name).isEqualTo(expected);
  }

  static Stream<Arguments> rows() {
    return Stream.of(
        row(
            "filed by oneself: a confirmation; owners and agents in the application only",
            created(ADA, null, List.of(), OLGA, BOB),
            told(ADA, mail(TICKET_CREATED)),
            told(OLGA, inApp(TICKET_CREATED)),
            told(BOB, inApp(TICKET_CREATED))),
        row(
            "filed by an agent for somebody: that agent hears nothing",
            created(BOB, null, List.of(), OLGA, BOB),
            told(ADA, mail(TICKET_CREATED)),
            told(OLGA, inApp(TICKET_CREATED))),
        row(
            "filed with an assignee, who is staff too",
            created(ADA, BOB, List.of(), BOB),
            told(ADA, mail(TICKET_CREATED)),
            told(BOB, mail(ASSIGNED), inApp(TICKET_CREATED))),
        row(
            "filed with a mention",
            created(ADA, null, List.of(CARL)),
            told(ADA, mail(TICKET_CREATED)),
            told(CARL, mail(MENTIONED))),
        row(
            "filed with a mention of oneself: the confirmation only",
            created(ADA, null, List.of(ADA)),
            told(ADA, mail(TICKET_CREATED))),
        row("assigned", assigned(OLGA, BOB), told(BOB, mail(ASSIGNED))),
        row("claimed for oneself", assigned(BOB, BOB)),
        row("assigned to nobody", assigned(OLGA, null)),
        row(
            "status changed: all watchers but the actor",
            moved(BOB, ADA, BOB, CARL),
            told(ADA, mail(STATUS_CHANGED)),
            told(CARL, mail(STATUS_CHANGED))),
        row(
            "status changed by the system: all watchers",
            moved(null, ADA, BOB),
            told(ADA, mail(STATUS_CHANGED)),
            told(BOB, mail(STATUS_CHANGED))),
        row("commented", commented(ADA, "public", List.of(), ADA, BOB), told(BOB, mail(COMMENTED))),
        row(
            "commented with a mention of a watcher: both reasons, the mention first",
            commented(ADA, "public", List.of(BOB), ADA, BOB),
            told(BOB, mail(MENTIONED), mail(COMMENTED))),
        row(
            "commented internally: whom the event names, who are agents",
            commented(BOB, "internal", List.of(), BOB, OLGA),
            told(OLGA, mail(COMMENTED))),
        row(
            "a comment was edited: the newly mentioned",
            edited(BOB, ADA),
            told(ADA, mail(MENTIONED))),
        row(
            "a description was edited: the newly mentioned",
            updated(BOB, ADA),
            told(ADA, mail(MENTIONED))),
        row("a field was changed", updated(BOB)),
        row("due soon: the assignee", dueSoon(BOB), told(BOB, mail(SLA_DUE_SOON))),
        row(
            "due soon without an assignee: the owners",
            dueSoon(null),
            told(OLGA, mail(SLA_DUE_SOON))),
        row("breached: the assignee", breached(BOB), told(BOB, mail(SLA_BREACHED))),
        row(
            "breached without an assignee: the owners",
            breached(null),
            told(OLGA, mail(SLA_BREACHED))),
        row("chat: the other side", chat(ADA, BOB), told(BOB, mail(CHAT_MESSAGE))),
        row("chat while nobody is assigned", chat(ADA, null)),
        row(
            "a comment was deleted",
            new TicketCommentDeleted(
                STORY.at("open", null, 1), BOB.id, UUID.randomUUID(), "public", Story.ids(ADA))),
        row("deleted", new TicketDeleted(STORY.at("open", null, 1), BOB.id, Story.ids(ADA))),
        row("restored", new TicketRestored(STORY.at("open", null, 1), BOB.id, Story.ids(ADA))));
  }

  private static Arguments row(String name, TicketEvent event, Told... expected) {
    Map<UUID, List<Reason>> all = new HashMap<>();
    for (Told told : expected) {
      all.put(told.person().id, told.reasons());
    }
    return Arguments.of(name, event, all);
  }

  private record Told(Person person, List<Reason> reasons) {}

  private static Told told(Person person, Reason... reasons) {
    return new Told(person, List.of(reasons));
  }

  private static Reason mail(NoticeType type) {
    return new Reason(type, true);
  }

  private static Reason inApp(NoticeType type) {
    return new Reason(type, false);
  }

  private static TicketEvent created(
      Person actor, Person assignee, List<Person> mentioned, Person... staff) {
    return new TicketCreated(
        STORY.at("open", assignee, 0),
        actor.id,
        "text",
        Story.ids(ADA),
        Story.ids(staff),
        Story.ids(mentioned.toArray(Person[]::new)));
  }

  private static TicketEvent assigned(Person actor, Person to) {
    return new TicketAssigned(
        STORY.at("open", to, 1), actor.id, null, to == null ? null : to.id, Story.ids(ADA, BOB));
  }

  private static TicketEvent moved(Person actor, Person... watchers) {
    return new TicketStatusChanged(
        STORY.at("resolved", BOB, 1),
        actor == null ? null : actor.id,
        "in_progress",
        "resolved",
        Story.ids(watchers));
  }

  private static TicketCommented commented(
      Person author, String visibility, List<Person> mentioned, Person... watchers) {
    return STORY.comment(
        author, "text", visibility, Story.ids(mentioned.toArray(Person[]::new)), watchers);
  }

  private static TicketEvent edited(Person author, Person mentioned) {
    TicketCommented said = STORY.commentBy(author, "text", ADA);
    return new TicketCommentEdited(
        said.ticket(), author.id, said.comment(), Story.ids(ADA, CARL), Story.ids(mentioned));
  }

  private static TicketEvent updated(Person actor, Person... mentioned) {
    return new TicketUpdated(
        STORY.at("open", null, 1),
        actor.id,
        List.of(new FieldChange("description", "a", "b")),
        Story.ids(ADA, CARL),
        Story.ids(mentioned));
  }

  private static TicketEvent dueSoon(Person assignee) {
    return new TicketSlaDueSoon(
        STORY.at("open", assignee, 1), "resolution", Instant.now(), false, Story.ids(OLGA));
  }

  private static TicketEvent breached(Person assignee) {
    return new TicketSlaBreached(
        STORY.at("open", assignee, 1), "resolution", Instant.now(), false, Story.ids(OLGA));
  }

  private static TicketEvent chat(Person sender, Person recipient) {
    return new ChatMessageSent(
        STORY.at("open", BOB, 1),
        UUID.randomUUID(),
        sender.ref(),
        recipient == null ? null : recipient.ref(),
        Instant.now());
  }
}
