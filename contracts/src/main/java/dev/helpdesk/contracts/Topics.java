package dev.helpdesk.contracts;

/** The topics on the shared broker. */
public final class Topics {
  /** People as they are now, keyed by user id; compacted, so that a new service can read all. */
  public static final String USERS = "helpdesk.users";

  /** One-time passwords and other secrets on their way to the mail; kept for minutes. */
  public static final String OTPS = "helpdesk.otps";

  /** All that happens to spaces and tickets, keyed by ticket id. */
  public static final String TICKETS = "helpdesk.tickets";

  /** Events that a consumer could not handle, with the reason in their headers. */
  public static final String DEAD_LETTERS = "helpdesk.dead-letters";

  private Topics() {}
}
