package dev.helpdesk.notification.inapp;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a notification tells of, the same for all who are told; without a ticket for a welcome. */
public record Happened(
    UUID event,
    Instant occurredAt,
    @Nullable UUID ticket,
    @Nullable String ticketKey,
    @Nullable UUID space,
    boolean internal,
    String title,
    @Nullable UUID actor,
    @Nullable String actorName,
    @Nullable String text) {}
