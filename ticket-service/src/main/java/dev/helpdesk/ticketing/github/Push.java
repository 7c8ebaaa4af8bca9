package dev.helpdesk.ticketing.github;

import dev.helpdesk.ticketing.ticket.TicketView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket as an issue is to say it: of all that a ticket holds only what stands here. */
record Push(String title, String body, List<String> labels, boolean closed) {
  static Push of(TicketView ticket, @Nullable IssueContent known) {
    return new Push(
        ticket.title(),
        ticket.description(),
        IssueContent.labelsFor(ticket.tags(), known),
        ticket.status().isSettled());
  }

  String state() {
    return closed ? "closed" : "open";
  }

  IssueContent content() {
    return IssueContent.foreign(title, body, labels);
  }

  Map<String, Object> toCreate(UUID marker) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("title", title);
    fields.put("body", ForeignText.marked(body, marker));
    fields.put("labels", labels);
    return fields;
  }

  /** A text that we only have in part is left as it is. */
  Map<String, Object> toUpdate(@Nullable UUID marker, @Nullable IssueContent known) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (known == null || !title.equals(known.title()) || !ForeignText.isCut(title)) {
      fields.put("title", title);
    }
    if (known == null || !body.equals(known.body()) || !ForeignText.isCut(body)) {
      String own = body.equals(ForeignText.NO_DESCRIPTION) ? "" : body;
      fields.put("body", ForeignText.marked(own, marker));
    }
    fields.put("state", state());
    fields.put("labels", labels);
    return fields;
  }

  /** Whether the issue says all of it already. */
  boolean isSaidBy(RemoteIssue issue) {
    IssueContent said = issue.content();
    return said != null
        && said.title().equals(content().title())
        && said.body().equals(content().body())
        && said.tags().equals(content().tags())
        && state().equals(issue.state());
  }
}
