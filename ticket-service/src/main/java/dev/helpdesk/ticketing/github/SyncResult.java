package dev.helpdesk.ticketing.github;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of bringing a ticket to GitHub. */
record SyncResult(
    @Schema(enumeration = {SyncResult.CREATED, SyncResult.UPDATED}) String message, Issue issue) {
  static final String CREATED = "Issue created on GitHub";
  static final String UPDATED = "Issue updated on GitHub";

  /** The issue as GitHub answered it. */
  @Schema(name = "SyncedIssue")
  record Issue(
      int number,
      @Schema(examples = "open") String state,
      String title,
      @Schema(description = "Of its page") String url) {}

  static SyncResult of(boolean created, RemoteIssue issue) {
    return new SyncResult(
        created ? CREATED : UPDATED,
        new Issue(issue.number(), issue.state(), issue.title(), issue.url()));
  }
}
