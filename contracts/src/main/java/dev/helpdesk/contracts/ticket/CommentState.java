package dev.helpdesk.contracts.ticket;

import java.time.Instant;
import java.util.UUID;

/** A comment as it was after the event; visibility is public or internal. */
public record CommentState(
    UUID id, PersonRef author, String body, String visibility, int version, Instant createdAt) {}
