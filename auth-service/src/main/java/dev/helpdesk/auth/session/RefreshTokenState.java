package dev.helpdesk.auth.session;

import java.util.UUID;

/** A refresh token as the table has it at this moment, under the lock of its session. */
record RefreshTokenState(
    UUID session,
    UUID account,
    boolean sessionLives,
    boolean expired,
    boolean used,
    boolean forgivable) {}
