package dev.helpdesk.kit.security;

/** What a personal access token may be used for. */
public enum Scope {
  READ,
  WRITE,
  ADMIN
}
