package dev.helpdesk.notification;

import dev.helpdesk.test.FailureFamilies;
import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class NotificationFailuresTest extends FailureFamilies {
  private static final String TOKEN = Tokens.admin();

  @Override
  protected String list() {
    return "/api/v1/deliveries";
  }

  @Override
  protected String token() {
    return TOKEN;
  }
}
