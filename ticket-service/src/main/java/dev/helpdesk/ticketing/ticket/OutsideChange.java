package dev.helpdesk.ticketing.ticket;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What another system changed; null is what it did not. Settled is whether work is done there. */
public record OutsideChange(
    @Nullable String title,
    @Nullable String description,
    @Nullable List<String> tags,
    @Nullable Boolean settled,
    @Nullable IssueRef issue) {
  public static final OutsideChange NONE = new OutsideChange(null, null, null, null, null);

  public static OutsideChange linkingTo(IssueRef issue) {
    return new OutsideChange(null, null, null, null, issue);
  }

  public static OutsideChange settling(boolean settled) {
    return new OutsideChange(null, null, null, settled, null);
  }

  void applyTo(Ticket ticket, Instant now) {
    if (title != null) {
      ticket.rename(title);
    }
    if (description != null) {
      ticket.describe(description);
    }
    if (tags != null) {
      ticket.tag(tags);
    }
    if (issue != null) {
      ticket.linkTo(issue);
    }
    if (settled != null && settled != ticket.status.isSettled()) {
      ticket.arrive(settled ? Status.RESOLVED : Status.OPEN, now);
    }
  }
}
