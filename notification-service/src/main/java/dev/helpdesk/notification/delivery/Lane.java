package dev.helpdesk.notification.delivery;

/** Deliveries of one lane never wait for those of another; the order is part of the schema. */
public enum Lane {
  /** One-time passwords: somebody sits and waits. */
  URGENT,
  ORDINARY
}
