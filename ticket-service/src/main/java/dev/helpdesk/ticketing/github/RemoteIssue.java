package dev.helpdesk.ticketing.github;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An issue as GitHub tells it, in an answer or in a webhook. */
record RemoteIssue(
    int number,
    String state,
    String title,
    String url,
    @Nullable IssueContent content,
    @Nullable Instant updatedAt,
    @Nullable Instant createdAt,
    @Nullable UUID marker) {

  /** Null where the text is no issue. */
  static @Nullable RemoteIssue of(JsonNode json, RepositoryName repository) {
    JsonNode number = json.path("number");
    if (!number.isInt() || number.asInt() < 1) {
      return null;
    }
    String body = text(json, "body");
    String title = ForeignText.title(text(json, "title"));
    boolean whole = json.has("body") && json.has("labels");
    return new RemoteIssue(
        number.asInt(),
        "closed".equals(text(json, "state")) ? "closed" : "open",
        title,
        page(text(json, "html_url"), new IssueId(repository, number.asInt())),
        whole ? IssueContent.foreign(title, body, labels(json)) : null,
        time(json, "updated_at"),
        time(json, "created_at"),
        ForeignText.marker(body));
  }

  /** What GitHub calls the page, if it is one that a browser may be sent to. */
  private static String page(@Nullable String url, IssueId id) {
    IssuePage page = url == null ? null : IssuePage.of(url);
    return page == null || url == null || page.number() != id.number() ? id.page() : url;
  }

  static List<String> labels(JsonNode issue) {
    List<String> names = new ArrayList<>();
    for (JsonNode label : issue.path("labels")) {
      JsonNode name = label.isTextual() ? label : label.path("name");
      if (name.isTextual() && names.size() < 200) {
        names.add(name.asText());
      }
    }
    return names;
  }

  static @Nullable String text(JsonNode json, String field) {
    JsonNode value = json.path(field);
    return value.isTextual() ? value.asText() : null;
  }

  static @Nullable Instant time(JsonNode json, String field) {
    String text = text(json, field);
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
