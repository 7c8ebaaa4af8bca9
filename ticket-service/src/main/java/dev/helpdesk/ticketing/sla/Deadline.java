package dev.helpdesk.ticketing.sla;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a ticket is due, and when four fifths of its time are over. Where the clock stands still,
 * soonAt and lateAt are only there if they had come before. There is something to tell at alarmAt
 * first; it is only known where the deadline was just reckoned.
 */
public record Deadline(
    Instant dueAt, @Nullable Instant soonAt, @Nullable Instant lateAt, @Nullable Instant alarmAt) {}
