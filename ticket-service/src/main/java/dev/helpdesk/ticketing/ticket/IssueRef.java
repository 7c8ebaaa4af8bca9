package dev.helpdesk.ticketing.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An issue of GitHub that a ticket is linked to, and how bringing the ticket there went last. */
public record IssueRef(
    int number, String url, @Nullable Instant syncedAt, @Nullable String lastError) {
  public static IssueRef to(int number, String url) {
    return new IssueRef(number, url, null, null);
  }
}
