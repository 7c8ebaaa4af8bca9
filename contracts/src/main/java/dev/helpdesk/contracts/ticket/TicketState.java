package dev.helpdesk.contracts.ticket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket as it was after the event, without its description. */
public record TicketState(
    UUID id,
    String ticketId,
    UUID spaceId,
    String spaceKey,
    String title,
    String status,
    String priority,
    String severity,
    String category,
    List<String> tags,
    PersonRef requester,
    @Nullable PersonRef assignee,
    @Nullable LocalDate dueDate,
    Instant slaDueAt,
    int version,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant resolvedAt,
    @Nullable Instant closedAt) {}
