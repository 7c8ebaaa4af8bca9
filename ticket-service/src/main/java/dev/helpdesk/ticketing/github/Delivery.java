package dev.helpdesk.ticketing.github;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A webhook of interest: what happened to which issue, by whom, and what the issue is now. */
record Delivery(
    @Nullable UUID id,
    Happening happening,
    IssueId issueId,
    RemoteIssue issue,
    String author,
    String sender,
    @Nullable Comment comment) {

  /** What we listen to. */
  enum Happening {
    OPENED,
    CLOSED,
    REOPENED,
    EDITED,
    LABELED,
    COMMENTED
  }

  /** What somebody said. */
  record Comment(long id, String login, String body) {}

  private static final Map<String, Set<String>> ACTIONS =
      Map.of(
          "issues", Set.of("opened", "closed", "reopened", "edited", "labeled"),
          "issue_comment", Set.of("created"));

  /** Null for what is of no interest. */
  static @Nullable Delivery of(
      String event, @Nullable String id, JsonNode json, List<String> hosts) {
    String action = RemoteIssue.text(json, "action");
    JsonNode told = json.path("issue");
    RepositoryName repository = repository(json.path("repository"), hosts);
    if (action == null
        || !ACTIONS.getOrDefault(event, Set.of()).contains(action)
        || repository == null
        || told.has("pull_request")) {
      return null;
    }
    RemoteIssue issue = RemoteIssue.of(told, repository);
    Comment comment = event.equals("issue_comment") ? comment(json.path("comment")) : null;
    if (issue == null || (comment == null && event.equals("issue_comment"))) {
      return null;
    }
    return new Delivery(
        uuid(id),
        comment == null ? Happening.valueOf(action.toUpperCase(Locale.ROOT)) : Happening.COMMENTED,
        new IssueId(repository, issue.number()),
        issue.content() == null ? withContent(issue, told) : issue,
        login(told),
        json.path("sender").has("login") ? name(json.path("sender")) : login(told),
        comment);
  }

  /** A webhook always tells the whole issue; what it leaves out is empty. */
  private static RemoteIssue withContent(RemoteIssue issue, JsonNode told) {
    IssueContent content =
        IssueContent.foreign(
            RemoteIssue.text(told, "title"),
            RemoteIssue.text(told, "body"),
            RemoteIssue.labels(told));
    return new RemoteIssue(
        issue.number(),
        issue.state(),
        issue.title(),
        issue.url(),
        content,
        issue.updatedAt(),
        issue.createdAt(),
        issue.marker());
  }

  private static @Nullable RepositoryName repository(JsonNode json, List<String> hosts) {
    String owner = RemoteIssue.text(json.path("owner"), "login");
    String name = RemoteIssue.text(json, "name");
    return owner == null || name == null
        ? null
        : RepositoryName.of(host(RemoteIssue.text(json, "html_url"), hosts), owner, name);
  }

  /** The host that the repository says to be on, if it is one of ours; else the first of these. */
  private static String host(@Nullable String url, List<String> hosts) {
    try {
      String said = url == null ? null : URI.create(url).getHost();
      return said != null && hosts.contains(said) ? said : hosts.get(0);
    } catch (IllegalArgumentException e) {
      return hosts.get(0);
    }
  }

  private static @Nullable Comment comment(JsonNode json) {
    String body = ForeignText.comment(RemoteIssue.text(json, "body"));
    return json.path("id").canConvertToLong() && json.path("id").isNumber() && !body.isBlank()
        ? new Comment(json.path("id").asLong(), login(json), body)
        : null;
  }

  private static String login(JsonNode json) {
    return name(json.path("user"));
  }

  private static String name(JsonNode user) {
    return ForeignText.name(RemoteIssue.text(user, "login"));
  }

  private static @Nullable UUID uuid(@Nullable String id) {
    return id == null || id.isBlank()
        ? null
        : UUID.nameUUIDFromBytes(
            id.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
  }
}
