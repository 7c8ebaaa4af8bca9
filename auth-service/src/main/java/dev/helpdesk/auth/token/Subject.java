package dev.helpdesk.auth.token;

import dev.helpdesk.contracts.user.Role;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom a token speaks for: a session of theirs, or scopes of a personal access token. */
public record Subject(
    UUID id, String email, Role role, @Nullable UUID session, Set<String> scopes) {}
