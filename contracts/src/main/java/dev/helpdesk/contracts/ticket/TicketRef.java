package dev.helpdesk.contracts.ticket;

import java.util.UUID;

/** Another ticket, by id and key. */
public record TicketRef(UUID id, String ticketId) {}
