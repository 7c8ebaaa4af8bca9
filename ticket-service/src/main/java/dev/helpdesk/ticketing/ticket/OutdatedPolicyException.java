package dev.helpdesk.ticketing.ticket;

/**
 * The space's policy changed between reading it and writing a deadline by it; the whole use case is
 * to be done again.
 */
public final class OutdatedPolicyException extends RuntimeException {
  public static final int TRIES = 10;

  private static final long serialVersionUID = 1L;

  OutdatedPolicyException() {
    super("The policy of the space has just changed", null, false, false);
  }
}
