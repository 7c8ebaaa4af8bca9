package dev.helpdesk.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The event that mails are due for; without a ticket where it is about none. */
public record Cause(UUID event, Instant occurredAt, @Nullable TicketPlace ticket) {}
