package dev.helpdesk.ticketing.github;

import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.ticketing.Desk;
import dev.helpdesk.ticketing.Someone;
import io.quarkus.test.common.QuarkusTestResource;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A space with a repository of its own, and GitHub's stand-in behind it. */
@QuarkusTestResource(HelpdeskResource.class)
@QuarkusTestResource(GithubResourceOfTests.class)
abstract class GithubTest {
  static FakeGithub github;

  @Inject CircuitBreakerMaintenance breakers;
  @Inject CallBudget budget;

  final String owner = "Octo-Org";
  String repo;
  Someone boss;
  Someone agent;
  Someone user;
  String space;

  @BeforeAll
  static void start() {
    github = new FakeGithub();
  }

  @AfterAll
  static void stop() {
    github.close();
  }

  @BeforeEach
  void openASpaceWithARepository() {
    github.reset();
    budget.reset();
    breakers.resetAll();
    repo = "app." + UUID.randomUUID().toString().substring(0, 8);
    boss = Someone.user();
    agent = Someone.agent();
    user = Someone.user();
    space = Desk.space(boss);
    boss.put("/spaces/" + space + "/github", repository()).then().statusCode(200);
  }

  Map<String, String> repository() {
    return Map.of("owner", owner, "repo", repo);
  }

  String page(int number) {
    return "https://github.com/" + owner + "/" + repo + "/issues/" + number;
  }

  Map<String, Object> link(int number) {
    return Map.of("issueNumber", number, "issueUrl", page(number));
  }

  Hook hook(String name, int number) {
    return Hook.of(name, owner, repo, number);
  }
}
