package dev.helpdesk.kit.inbox;

/** An event that can never be handled as it is; goes to the dead letters with this reason. */
@SuppressWarnings("serial")
public final class PoisonEventException extends RuntimeException {
  /** Without a cause, because the dead letter would carry its message too. */
  PoisonEventException(String reason) {
    super(reason);
  }
}
