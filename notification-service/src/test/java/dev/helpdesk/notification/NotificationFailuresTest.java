package dev.helpdesk.notification;

import dev.helpdesk.test.BodyFailureFamilies;
import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class NotificationFailuresTest extends BodyFailureFamilies {
  private static final String TOKEN = Tokens.admin();

  @Override
  protected String list() {
    return "/api/v1/deliveries";
  }

  @Override
  protected String write() {
    return "/api/v1/notifications/preferences";
  }

  @Override
  protected String method() {
    return "PUT";
  }

  @Override
  protected String field() {
    return "language";
  }

  @Override
  protected String body() {
    return "{\"language\":\"en\",\"digestMinutes\":0,\"types\":{}}";
  }

  @Override
  protected String token() {
    return TOKEN;
  }
}
