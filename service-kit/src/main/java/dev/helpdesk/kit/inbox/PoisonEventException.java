package dev.helpdesk.kit.inbox;

/** An event that can never be handled as it is; goes to the dead letters with this reason. */
@SuppressWarnings("serial")
public final class PoisonEventException extends RuntimeException {
  PoisonEventException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
