package dev.helpdesk.kit.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event that waits for the broker. */
record OutboxRow(
    long position,
    UUID id,
    String topic,
    String key,
    String payload,
    @Nullable String traceparent) {}
