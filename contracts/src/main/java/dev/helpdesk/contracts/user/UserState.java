package dev.helpdesk.contracts.user;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that other services may know of a person, as it was after the event. */
public record UserState(
    UUID id,
    String name,
    String username,
    String email,
    Role role,
    @Nullable String githubUsername,
    String language,
    boolean active,
    int version,
    Instant createdAt,
    Instant updatedAt) {}
