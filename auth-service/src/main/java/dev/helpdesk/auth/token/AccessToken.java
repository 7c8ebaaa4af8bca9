package dev.helpdesk.auth.token;

/** A signed token and for how many seconds it holds. */
public record AccessToken(String token, long expiresIn) {}
