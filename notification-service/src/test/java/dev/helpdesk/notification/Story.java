package dev.helpdesk.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.helpdesk.contracts.CloudEvent;
import dev.helpdesk.contracts.Event;
import dev.helpdesk.contracts.ticket.CommentState;
import dev.helpdesk.contracts.ticket.PersonRef;
import dev.helpdesk.contracts.ticket.SpaceCreated;
import dev.helpdesk.contracts.ticket.SpaceState;
import dev.helpdesk.contracts.ticket.TicketCommented;
import dev.helpdesk.contracts.ticket.TicketCreated;
import dev.helpdesk.contracts.ticket.TicketEvent;
import dev.helpdesk.contracts.ticket.TicketState;
import dev.helpdesk.contracts.user.Role;
import dev.helpdesk.contracts.user.UserRegistered;
import dev.helpdesk.contracts.user.UserState;
import dev.helpdesk.kit.outbox.EventJson;
import dev.helpdesk.test.Broker;
import dev.helpdesk.test.Tokens;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket's story as the other services tell it: fresh people, a fresh space, a fresh ticket. */
public final class Story {
  public final Person ada = new Person("Ada", Role.USER);
  public final Person bob = new Person("Bob", Role.AGENT);
  public final Person carl = new Person("Carl", Role.USER);
  public final Person olga = new Person("Olga", Role.AGENT);
  public final UUID space = UUID.randomUUID();
  public final UUID ticket = UUID.randomUUID();
  public final String key = "T" + Integer.toHexString(ticket.hashCode()).toUpperCase() + "-1";
  public final String title;

  public Story() {
    this("The printer is on fire");
  }

  public Story(String title) {
    this.title = title;
  }

  /** Somebody with an account. */
  public static final class Person {
    public final UUID id = UUID.randomUUID();
    public final String name;
    public final String email = UUID.randomUUID() + "@example.org";
    public final Role role;

    public Person(String name, Role role) {
      this.name = name;
      this.role = role;
    }

    public PersonRef ref() {
      return new PersonRef(id, name, email);
    }

    public String token() {
      return Tokens.of(id, email, role);
    }

    public UserState state(String language, boolean active, int version) {
      Instant now = now();
      return new UserState(
          id, name, name.toLowerCase(), email, role, null, language, active, version, now, now);
    }

    /** Known long ago, so that no welcome gets in the way. */
    UserState known(String language) {
      Instant past = now().minus(30, ChronoUnit.DAYS);
      return new UserState(
          id, name, name.toLowerCase(), email, role, null, language, true, 0, past, past);
    }
  }

  /** All four are known, and so is the space, which is Olga's. */
  public Story begin() {
    return begin("internal");
  }

  public Story begin(String visibility) {
    for (Person person : List.of(ada, bob, carl, olga)) {
      tell(new UserRegistered(person.known(person == carl ? "de" : "en")));
    }
    tell(new SpaceCreated(state(visibility, 0), olga.id));
    return this;
  }

  public SpaceState state(String visibility, int version) {
    return new SpaceState(space, "T", "Test", null, visibility, false, olga.id, version);
  }

  public TicketState at(String status, @Nullable Person assignee, int version) {
    Instant now = now();
    return new TicketState(
        ticket,
        key,
        space,
        "T",
        title,
        status,
        "medium",
        "medium",
        "general",
        List.of(),
        ada.ref(),
        assignee == null ? null : assignee.ref(),
        null,
        now.plusSeconds(3600),
        version,
        now,
        now,
        null,
        null);
  }

  /** Ada files it; Olga owns the space. */
  public UUID filed() {
    return tell(
        new TicketCreated(
            at("open", null, 0),
            ada.id,
            "It burns.",
            List.of(ada.id),
            List.of(olga.id),
            List.of()));
  }

  public TicketCommented commentBy(Person author, String body, Person... watchers) {
    return comment(author, body, "public", List.of(), watchers);
  }

  public TicketCommented comment(
      Person author, String body, String visibility, List<UUID> mentioned, Person... watchers) {
    CommentState said =
        new CommentState(UUID.randomUUID(), author.ref(), body, visibility, 0, now());
    return new TicketCommented(at("open", null, 1), author.id, said, ids(watchers), mentioned);
  }

  public static List<UUID> ids(Person... people) {
    return Arrays.stream(people).map(person -> person.id).toList();
  }

  /** Gives the event's id. */
  public UUID tell(Event event) {
    UUID id = UUID.randomUUID();
    tell(id, event, now());
    return id;
  }

  public void tell(UUID id, Event event, Instant time) {
    String subject = event instanceof TicketEvent ? ticket.toString() : event.key();
    try {
      String json =
          EventJson.MAPPER.writeValueAsString(
              CloudEvent.of(id, "/helpdesk/test", event.type(), subject, time, event));
      Broker.send(event.topic(), event.key(), json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
