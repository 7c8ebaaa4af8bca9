package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.contracts.ticket.TicketState;

/** A ticket as its events tell of it. */
final class TicketFacts {
  private TicketFacts() {}

  static TicketState of(Ticket ticket) {
    return of(ticket, ticket.identity.key());
  }

  static TicketState of(Ticket ticket, String key) {
    return new TicketState(
        ticket.id(),
        key,
        ticket.identity.spaceId(),
        ticket.identity.spaceKey(),
        ticket.title,
        ticket.status.wire(),
        ticket.priority.wire(),
        ticket.severity.wire(),
        ticket.category,
        ticket.tags,
        ticket.requester.ref(),
        ticket.assignee == null ? null : ticket.assignee.ref(),
        ticket.dueDate,
        ticket.deadline.dueAt(),
        ticket.version,
        ticket.createdAt,
        ticket.updatedAt,
        ticket.resolvedAt,
        ticket.closedAt);
  }
}
