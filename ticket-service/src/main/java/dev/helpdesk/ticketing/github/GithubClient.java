package dev.helpdesk.ticketing.github;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpRequest;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** GitHub's REST API. Only the configured address is called, and no redirection followed. */
@ApplicationScoped
class GithubClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final WebClient http;
  private final GithubSettings settings;
  private final GithubGuard guard;
  private final CallBudget budget;
  private final String base;
  private final Cache<String, Known> known =
      Caffeine.newBuilder().maximumSize(100).expireAfterWrite(Duration.ofMinutes(10)).build();

  GithubClient(Vertx vertx, GithubSettings settings, GithubGuard guard, CallBudget budget) {
    WebClientOptions options =
        new WebClientOptions()
            .setConnectTimeout((int) settings.timeout().toMillis())
            .setMaxPoolSize(16)
            .setFollowRedirects(false)
            .setUserAgent("helpdesk");
    this.http = WebClient.create(vertx, options);
    this.settings = settings;
    this.guard = guard;
    this.budget = budget;
    this.base = settings.apiUrl().replaceAll("/+$", "");
  }

  /** An answer that GitHub need not send again as long as its tag holds. */
  private record Known(String tag, JsonNode body) {}

  Uni<RemoteIssue> create(RepositoryName repository, Map<String, Object> fields) {
    return write(HttpMethod.POST, issues(repository), fields)
        .map(answer -> issue(answer, repository));
  }

  Uni<RemoteIssue> update(IssueId issue, Map<String, Object> fields) {
    return guard.again(
        () ->
            write(HttpMethod.PATCH, issues(issue.repository()) + "/" + issue.number(), fields)
                .map(answer -> issue(answer, issue.repository())));
  }

  Uni<RemoteIssue> read(IssueId issue) {
    return guard.again(
        () ->
            get(issues(issue.repository()) + "/" + issue.number())
                .map(answer -> issue(answer, issue.repository())));
  }

  /** One page of issues, those that were made last first. */
  Uni<JsonNode> newest(RepositoryName repository, int page, int limit) {
    return get(issues(repository)
            + "?state=all&sort=created&direction=desc&per_page="
            + limit
            + "&page="
            + page)
        .invoke(GithubClient::requireList);
  }

  private static void requireList(JsonNode answer) {
    if (!answer.isArray()) {
      throw GithubFailure.uncertain("GitHub answered something that is no list.");
    }
  }

  private static String issues(RepositoryName repository) {
    return "/repos/" + repository.owner() + "/" + repository.repo() + "/issues";
  }

  private Uni<JsonNode> write(HttpMethod method, String path, Map<String, Object> fields) {
    return guard
        .once(() -> send(method, path, null, Buffer.buffer(text(fields))))
        .map(GithubClient::json);
  }

  private Uni<JsonNode> get(String path) {
    Known before = known.getIfPresent(path);
    String tag = before == null ? null : before.tag();
    return guard
        .once(() -> send(HttpMethod.GET, path, tag, null))
        .map(answer -> remember(path, before, answer));
  }

  private JsonNode remember(String path, @Nullable Known before, HttpResponse<Buffer> answer) {
    if (answer.statusCode() == 304 && before != null) {
      return before.body();
    }
    JsonNode body = json(answer);
    String tag = answer.getHeader("ETag");
    if (tag != null) {
      known.put(path, new Known(tag, body));
    }
    return body;
  }

  private Uni<HttpResponse<Buffer>> send(
      HttpMethod method, String path, @Nullable String tag, @Nullable Buffer body) {
    budget.check();
    HttpRequest<Buffer> request =
        http.requestAbs(method, base + path)
            .bearerTokenAuthentication(settings.token().orElse(""))
            .putHeader("Accept", "application/vnd.github+json")
            .putHeader("X-GitHub-Api-Version", "2022-11-28");
    if (tag != null) {
      request.putHeader("If-None-Match", tag);
    }
    Uni<HttpResponse<Buffer>> answer =
        body == null
            ? request.send()
            : request.putHeader("Content-Type", "application/json").sendBuffer(body);
    return answer.invoke(this::judge);
  }

  private void judge(HttpResponse<Buffer> answer) {
    int status = answer.statusCode();
    budget.hear(status, answer.headers().getDelegate());
    if (status >= 500 || status == 408) {
      throw GithubFailure.uncertain("GitHub answered " + status + ".");
    }
    if (status != 304 && (status < 200 || status > 299)) {
      throw GithubFailure.refused(status);
    }
  }

  private static RemoteIssue issue(JsonNode answer, RepositoryName repository) {
    RemoteIssue issue = RemoteIssue.of(answer, repository);
    if (issue == null) {
      throw GithubFailure.uncertain("GitHub answered something that is no issue.");
    }
    return issue;
  }

  private static JsonNode json(HttpResponse<Buffer> answer) {
    try {
      String body = answer.bodyAsString();
      return JSON.readTree(body == null ? "" : body);
    } catch (JsonProcessingException e) {
      throw GithubFailure.uncertain("GitHub answered something that is no JSON.");
    }
  }

  private static String text(Map<String, Object> fields) {
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Fields that cannot be written", e);
    }
  }
}
