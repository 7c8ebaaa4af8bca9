package dev.helpdesk.kit.problem;

import dev.helpdesk.test.BodyFailureFamilies;
import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class SampleFailuresTest extends BodyFailureFamilies {
  private static final String TOKEN = Tokens.user();

  @Override
  protected String list() {
    return "/api/v1/things";
  }

  @Override
  protected String write() {
    return "/api/v1/things";
  }

  @Override
  protected String field() {
    return "name";
  }

  @Override
  protected String body() {
    return "{\"name\":\"right\"}";
  }

  @Override
  protected String token() {
    return TOKEN;
  }
}
