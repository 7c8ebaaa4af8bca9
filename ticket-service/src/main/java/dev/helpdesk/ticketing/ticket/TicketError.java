package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.kit.problem.ErrorCode;

/** What only tickets refuse. */
enum TicketError implements ErrorCode {
  INVALID_TRANSITION(409, "The workflow does not lead there");

  private final int status;
  private final String title;

  TicketError(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
