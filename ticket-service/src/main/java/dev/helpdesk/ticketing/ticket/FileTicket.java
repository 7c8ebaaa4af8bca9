package dev.helpdesk.ticketing.ticket;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.helpdesk.kit.idempotency.Created;
import dev.helpdesk.kit.idempotency.Idempotency;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.kit.sql.Transactions;
import dev.helpdesk.ticketing.directory.People;
import dev.helpdesk.ticketing.directory.PersonView;
import dev.helpdesk.ticketing.sla.Now;
import dev.helpdesk.ticketing.space.SeenSpace;
import dev.helpdesk.ticketing.space.Spaces;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files a ticket: what it needs to know is read first, then all of it is one statement. */
@ApplicationScoped
class FileTicket {
  private final Pool pool;
  private final Transactions transactions;
  private final Idempotency idempotency;
  private final Spaces spaces;
  private final People people;
  private final InsertTicket insert;
  private final Now now;

  FileTicket(
      Pool pool,
      Transactions transactions,
      Idempotency idempotency,
      Spaces spaces,
      People people,
      InsertTicket insert,
      Now now) {
    this.pool = pool;
    this.transactions = transactions;
    this.idempotency = idempotency;
    this.spaces = spaces;
    this.people = people;
    this.insert = insert;
    this.now = now;
  }

  /** Who is who in a new ticket. */
  record Cast(PersonView requester, @Nullable PersonView assignee, List<UUID> mentioned) {}

  /**
   * A policy that changes meanwhile is read again, and a space that went meanwhile is not found.
   */
  Uni<Created<TicketView>> file(Actor actor, String space, CreateTicket command) {
    return Uni.createFrom()
        .deferred(() -> fileNow(actor, space, command))
        .onFailure(OutdatedPolicyException.class)
        .retry()
        .atMost(OutdatedPolicyException.TRIES);
  }

  private Uni<Created<TicketView>> fileNow(Actor actor, String space, CreateTicket command) {
    return spaces
        .require(pool, actor, space)
        .invoke(seen -> TicketPolicy.requireMayFileFor(seen.standing(), isForOther(command, actor)))
        .chain(seen -> once(actor, seen, command));
  }

  private static boolean isForOther(CreateTicket command, Actor actor) {
    String requester = command.requester();
    return requester != null
        && !requester.equalsIgnoreCase(actor.email())
        && !requester.equalsIgnoreCase(actor.id().toString());
  }

  private Uni<Created<TicketView>> once(Actor actor, SeenSpace space, CreateTicket command) {
    return idempotency.isAsked()
        ? transactions.run(
            transaction ->
                idempotency.once(
                    transaction, command, () -> file(transaction, actor, space, command)))
        : transactions.runStatement(client -> file(client, actor, space, command));
  }

  private Uni<Created<TicketView>> file(
      SqlClient client, Actor actor, SeenSpace space, CreateTicket command) {
    return cast(client, actor, space, command)
        .chain(cast -> insert(client, actor, space, command, cast))
        .map(ticket -> TicketView.of(ticket, space.standing(), now.instant()))
        .map(view -> Created.at("/api/v1/tickets/" + view.ticketId(), view));
  }

  private Uni<Cast> cast(SqlClient client, Actor actor, SeenSpace space, CreateTicket command) {
    String requester = command.requester() == null ? actor.id().toString() : command.requester();
    return person(client, space, requester, "requester")
        .chain(
            who ->
                person(client, space, command.assignee(), "assignee")
                    .chain(
                        to ->
                            people
                                .mentioned(
                                    client, space.id(), Mentions.in(command.description()), false)
                                .map(called -> new Cast(Objects.requireNonNull(who), to, called))));
  }

  private Uni<@Nullable PersonView> person(
      SqlClient client, SeenSpace space, @Nullable String name, String field) {
    return name == null
        ? Uni.createFrom().nullItem()
        : people
            .findInSpace(client, space.id(), name)
            .onItem()
            .ifNull()
            .failWith(
                () ->
                    ProblemException.invalid(field, "is nobody who is active and sees the space"));
  }

  Uni<Ticket> insert(
      SqlClient client, Actor actor, SeenSpace space, CreateTicket command, Cast cast) {
    Instant at = now.instant();
    UUID id = UuidCreator.getTimeOrderedEpoch();
    TicketIdentity unnumbered = new TicketIdentity(id, space.id(), space.key(), 0);
    Ticket ticket = command.file(unnumbered, cast.requester(), cast.assignee(), space.sla(), at);
    return insert
        .insert(client, actor, ticket, space.staff(), cast.mentioned())
        .map(number -> new TicketIdentity(id, space.id(), space.key(), number))
        .map(
            numbered -> command.file(numbered, cast.requester(), cast.assignee(), space.sla(), at));
  }
}
