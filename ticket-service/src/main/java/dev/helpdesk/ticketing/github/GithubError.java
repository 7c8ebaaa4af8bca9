package dev.helpdesk.ticketing.github;

import dev.helpdesk.kit.problem.ErrorCode;

/** What only GitHub's door refuses. */
enum GithubError implements ErrorCode {
  GITHUB_ERROR(502, "GitHub did not do it"),
  WEBHOOK_SIGNATURE_INVALID(401, "The signature of the webhook does not hold");

  private final int status;
  private final String title;

  GithubError(int status, String title) {
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
