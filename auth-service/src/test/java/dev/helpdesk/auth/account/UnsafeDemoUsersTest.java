package dev.helpdesk.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.auth.Settings;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnsafeDemoUsersTest {
  @Test
  void peopleWithAPublicPasswordAreRefused() {
    assertThat(complaint(Map.of("helpdesk.demo-users", "true")))
        .hasValueSatisfying(text -> assertThat(text).startsWith("helpdesk.demo-users=true"));
  }

  @Test
  void nobodyIsThereUnlessAskedFor() {
    assertThat(complaint(Map.of())).isEmpty();
    assertThat(complaint(Map.of("helpdesk.demo-users", "false"))).isEmpty();
  }

  private static Optional<String> complaint(Map<String, String> settings) {
    return new UnsafeDemoUsers(Settings.of(DemoSettings.class, settings)).complaint();
  }
}
