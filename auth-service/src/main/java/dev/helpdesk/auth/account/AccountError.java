package dev.helpdesk.auth.account;

import dev.helpdesk.kit.problem.ErrorCode;

/** What another account may have already. */
enum AccountError implements ErrorCode {
  EMAIL_TAKEN("There is an account with this email address"),
  USERNAME_TAKEN("There is an account with this username");

  private final String title;

  AccountError(String title) {
    this.title = title;
  }

  @Override
  public int status() {
    return 409;
  }

  @Override
  public String title() {
    return title;
  }
}
