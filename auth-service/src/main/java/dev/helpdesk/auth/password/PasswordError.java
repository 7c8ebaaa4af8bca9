package dev.helpdesk.auth.password;

import dev.helpdesk.kit.problem.ErrorCode;
import dev.helpdesk.kit.problem.ProblemException;

/** What can be wrong with who somebody says they are. */
public enum PasswordError implements ErrorCode {
  INVALID_CREDENTIALS(401, "The name or the password is wrong");

  private final int status;
  private final String title;

  PasswordError(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** One refusal for a wrong password, an unknown name and a closed account. */
  public static ProblemException invalidCredentials() {
    return ProblemException.unauthorized(INVALID_CREDENTIALS, INVALID_CREDENTIALS.title + ".");
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
