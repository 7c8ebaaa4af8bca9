package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.kit.sql.Rows;
import dev.helpdesk.ticketing.directory.PersonView;
import dev.helpdesk.ticketing.sla.Course;
import dev.helpdesk.ticketing.sla.Deadline;
import dev.helpdesk.ticketing.space.MemberRole;
import dev.helpdesk.ticketing.space.SpaceSight;
import dev.helpdesk.ticketing.space.Standing;
import dev.helpdesk.ticketing.space.Visibility;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a ticket is read, always together with what decides whether the caller may see it. */
final class TicketRow {
  /** In the order in which they are read below. */
  static final String COLUMNS =
      "t.id, t.space_id, t.space_key, t.number, t.title, t.description, t.status, t.priority,"
          + " t.severity, t.category, t.tags, t.requester_id, r.name AS requester_name,"
          + " r.email AS requester_email, t.assignee_id, a.name AS assignee_name,"
          + " a.email AS assignee_email, t.due_date, t.sla_minutes, t.sla_due_at,"
          + " t.public_comments, t.internal_comments, t.version, t.created_at, t.updated_at,"
          + " t.resolved_at, t.closed_at, t.deleted_at, s.visibility, m.role, t.sla_late_at,"
          + " g.number AS github_number, g.url AS github_url, g.synced_at AS github_synced_at,"
          + " g.last_error AS github_error";

  static final String SPACE = "JOIN space s ON s.id = t.space_id " + SpaceSight.MEMBERSHIP;

  static final String FROM =
      "ticket t "
          + SPACE
          + " LEFT JOIN person r ON r.id = t.requester_id"
          + " LEFT JOIN person a ON a.id = t.assignee_id"
          + " LEFT JOIN github_link g ON g.ticket_id = t.id";

  static final String VISIBLE = "t.deleted_at IS NULL AND " + SpaceSight.VISIBLE;

  private TicketRow() {}

  static SeenTicket seen(Actor actor, Row row) {
    return new SeenTicket(ticket(row), standing(actor, row), List.of(), List.of());
  }

  static Standing standing(Actor actor, Row row) {
    return Standing.of(actor, Visibility.of(row.getString(28)), MemberRole.of(row.getString(29)));
  }

  static Ticket ticket(Row row) {
    Ticket ticket =
        new Ticket(
            new TicketIdentity(row.getUUID(0), row.getUUID(1), row.getString(2), row.getInteger(3)),
            Objects.requireNonNull(person(row, 11)),
            row.getString(4),
            row.getString(5),
            row.getOffsetDateTime(23).toInstant());
    ticket.status = Status.ranked(row.getShort(6));
    ticket.priority = Level.ranked(row.getShort(7));
    ticket.severity = Level.ranked(row.getShort(8));
    ticket.category = row.getString(9);
    ticket.tags = List.of(row.getArrayOfStrings(10));
    ticket.assignee = person(row, 14);
    ticket.dueDate = row.getLocalDate(17);
    ticket.slaMinutes = row.getInteger(18);
    ticket.deadline =
        new Deadline(
            row.getOffsetDateTime(19).toInstant(),
            null,
            Rows.findInstant(row, "sla_late_at"),
            null);
    ticket.publicComments = row.getInteger(20);
    ticket.internalComments = row.getInteger(21);
    ticket.version = row.getInteger(22);
    ticket.updatedAt = row.getOffsetDateTime(24).toInstant();
    ticket.resolvedAt = Rows.findInstant(row, "resolved_at");
    ticket.closedAt = Rows.findInstant(row, "closed_at");
    ticket.deletedAt = Rows.findInstant(row, "deleted_at");
    ticket.issue = issue(row);
    return ticket;
  }

  /** What only a change of the ticket needs to know. */
  static final String MORE_COLUMNS =
      "t.sla_soon_at, t.sla_waits, t.sla_version, t.first_response_at";

  static Ticket whole(Row row) {
    Ticket ticket = ticket(row);
    Deadline known = ticket.deadline;
    ticket.deadline =
        new Deadline(known.dueAt(), Rows.findInstant(row, "sla_soon_at"), known.lateAt(), null);
    ticket.course =
        new Course(
            ticket.createdAt,
            Arrays.stream(row.getArrayOfOffsetDateTimes("sla_waits"))
                .map(OffsetDateTime::toInstant)
                .toList());
    ticket.slaVersion = row.getInteger("sla_version");
    ticket.firstResponseAt = Rows.findInstant(row, "first_response_at");
    return ticket;
  }

  private static @Nullable IssueRef issue(Row row) {
    Integer number = row.getInteger("github_number");
    return number == null
        ? null
        : new IssueRef(
            number,
            row.getString("github_url"),
            Rows.findInstant(row, "github_synced_at"),
            row.getString("github_error"));
  }

  private static @Nullable PersonView person(Row row, int at) {
    UUID id = row.getUUID(at);
    String name = row.getString(at + 1);
    String email = row.getString(at + 2);
    return id == null
        ? null
        : new PersonView(id, name == null ? "" : name, email == null ? "" : email);
  }
}
