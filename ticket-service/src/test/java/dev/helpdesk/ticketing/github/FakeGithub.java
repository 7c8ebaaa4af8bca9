package dev.helpdesk.ticketing.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/** GitHub's issues in memory, with everything that can go wrong on the way to them. */
final class FakeGithub implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final WireMockServer server;
  private final Map<String, List<ObjectNode>> repositories = new ConcurrentHashMap<>();
  private final Deque<Trouble> troubles = new ConcurrentLinkedDeque<>();
  final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  volatile Runnable onCreated = () -> {};

  /** What goes wrong with one call: before GitHub does it, or on the way back. */
  record Trouble(boolean done, UnaryOperator<ResponseDefinitionBuilder> answer) {}

  static Trouble status(int status, String... headers) {
    return new Trouble(
        false,
        answer -> {
          answer.withStatus(status).withBody("{\"message\":\"the secrets of GitHub\"}");
          for (int i = 0; i < headers.length; i += 2) {
            answer.withHeader(headers[i], headers[i + 1]);
          }
          return answer;
        });
  }

  static Trouble lost(Fault fault) {
    return new Trouble(true, answer -> answer.withFault(fault));
  }

  static Trouble late(int millis) {
    return new Trouble(true, answer -> answer.withFixedDelay(millis));
  }

  static Trouble refusedConnection() {
    return new Trouble(false, answer -> answer.withFault(Fault.CONNECTION_RESET_BY_PEER));
  }

  FakeGithub() {
    int port = Integer.parseInt(System.getProperty(GithubResourceOfTests.PORT));
    server =
        new WireMockServer(options().port(port).bindAddress("127.0.0.1").extensions(new Answers()));
    server.start();
    server.stubFor(any(anyUrl()).willReturn(aResponse().withTransformers("issues")));
  }

  void next(Trouble... coming) {
    troubles.addAll(List.of(coming));
  }

  void reset() {
    troubles.clear();
    calls.clear();
    onCreated = () -> {};
  }

  List<ObjectNode> issues(String owner, String repo) {
    return repositories.computeIfAbsent(
        owner + "/" + repo, key -> Collections.synchronizedList(new ArrayList<>()));
  }

  ObjectNode issue(String owner, String repo, int number) {
    return issues(owner, repo).get(number - 1);
  }

  @Override
  public void close() {
    server.stop();
  }

  private final class Answers implements ResponseDefinitionTransformerV2 {
    @Override
    public String getName() {
      return "issues";
    }

    @Override
    public boolean applyGlobally() {
      return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
      Request request = event.getRequest();
      calls.add(request.getMethod() + " " + request.getUrl());
      Trouble trouble = troubles.poll();
      ResponseDefinitionBuilder answer = aResponse().withHeader("Content-Type", "application/json");
      if (trouble == null || trouble.done()) {
        answer(request, answer);
      }
      return (trouble == null ? answer : trouble.answer().apply(answer)).build();
    }
  }

  private void answer(Request request, ResponseDefinitionBuilder answer) {
    if (!"Bearer token-of-tests".equals(request.getHeader("Authorization"))) {
      answer.withStatus(401);
      return;
    }
    String[] path = request.getUrl().replaceAll("\\?.*", "").split("/");
    List<ObjectNode> issues = issues(path[2], path[3]);
    int number = path.length > 5 ? Integer.parseInt(path[5]) : 0;
    if (number > issues.size()) {
      answer.withStatus(404);
    } else if (request.getMethod().equals(RequestMethod.POST)) {
      create(path[2], path[3], read(request.getBodyAsString()), answer);
    } else if (number == 0) {
      list(request, issues, answer);
    } else if (request.getMethod().equals(RequestMethod.GET)) {
      answer.withBody(issues.get(number - 1).toString());
    } else {
      write(issues.get(number - 1), read(request.getBodyAsString()));
      answer.withBody(issues.get(number - 1).toString());
    }
  }

  private void create(
      String owner, String repo, JsonNode fields, ResponseDefinitionBuilder answer) {
    ObjectNode issue = JSON.createObjectNode();
    synchronized (this) {
      int number = issues(owner, repo).size() + 1;
      issue.put("number", number).put("state", "open");
      issue.put("html_url", "https://github.com/" + owner + "/" + repo + "/issues/" + number);
      issue.put("created_at", Instant.now().toString());
      write(issue, fields);
      issues(owner, repo).add(issue);
    }
    answer.withStatus(201).withBody(issue.toString());
    onCreated.run();
  }

  private static void write(ObjectNode issue, JsonNode fields) {
    for (String name : List.of("title", "body", "state")) {
      if (fields.has(name)) {
        issue.set(name, fields.get(name));
      }
    }
    if (fields.has("labels")) {
      ArrayNode labels = issue.putArray("labels");
      fields.get("labels").forEach(label -> labels.addObject().set("name", label));
    }
    issue.put("updated_at", Instant.now().toString());
  }

  private static void list(
      Request request, List<ObjectNode> issues, ResponseDefinitionBuilder answer) {
    String tag = "\"" + issues.hashCode() + "\"";
    answer.withHeader("ETag", tag);
    if (tag.equals(request.getHeader("If-None-Match"))) {
      answer.withStatus(304);
      return;
    }
    int limit = Integer.parseInt(request.queryParameter("per_page").firstValue());
    int page = Integer.parseInt(request.queryParameter("page").firstValue());
    List<ObjectNode> newest = new ArrayList<>(issues);
    Collections.reverse(newest);
    ArrayNode all = JSON.createArrayNode();
    newest.stream().skip((long) (page - 1) * limit).limit(limit).forEach(all::add);
    answer.withBody(all.toString());
  }

  static List<String> labels(JsonNode issue) {
    return StreamSupport.stream(issue.path("labels").spliterator(), false)
        .map(label -> label.path("name").asText())
        .toList();
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How often each kind of call came. */
  long count(String method) {
    synchronized (calls) {
      return calls.stream().filter(call -> call.startsWith(method + " ")).count();
    }
  }

  Deque<Trouble> left() {
    return new ArrayDeque<>(troubles);
  }
}
