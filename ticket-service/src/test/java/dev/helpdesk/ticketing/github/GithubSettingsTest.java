package dev.helpdesk.ticketing.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helpdesk.kit.problem.ProblemException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GithubSettingsTest {
  private static GithubSettings with(String... settings) {
    SmallRyeConfigBuilder config =
        new SmallRyeConfigBuilder().withMapping(GithubSettings.class).addDiscoveredConverters();
    for (int i = 0; i < settings.length; i += 2) {
      config.withDefaultValue("helpdesk.github." + settings[i], settings[i + 1]);
    }
    return config.build().getConfigMapping(GithubSettings.class);
  }

  @Test
  void withoutATokenNothingIsBroughtToGithub() {
    assertThatThrownBy(() -> SyncTicket.requireToken(with()))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.code().status()).isEqualTo(503);
              assertThat(problem.code().code()).isEqualTo("SERVICE_UNAVAILABLE");
              assertThat(problem.headers()).containsKey("Retry-After");
              assertThat(problem).hasMessageContaining("helpdesk.github.token");
            });
    SyncTicket.requireToken(with("token", "t"));
  }

  @Test
  void withoutASecretNoWebhookIsHeard() {
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    for (GithubSettings settings : new GithubSettings[] {with(), with("webhook-secret", " ")}) {
      assertThatThrownBy(() -> new WebhookSignature(settings).require(body, Hook.sign(" ", "{}")))
          .isInstanceOf(ProblemException.class);
    }
    new WebhookSignature(with("webhook-secret", "a,b")).require(body, Hook.sign("b", "{}"));
  }

  @Test
  void theDefaultsAreGithubsOwn() {
    assertThat(with().apiUrl()).isEqualTo("https://api.github.com");
    assertThat(with().host()).isEqualTo("github.com");
    assertThat(new UnsafeGithubSettings(with()).complaint()).isEmpty();
  }

  @Test
  void whatIsUnsafeIsNamed() {
    assertThat(
            new UnsafeGithubSettings(with("token", "t", "api-url", "http://github.lan"))
                .complaint())
        .hasValueSatisfying(text -> assertThat(text).contains("helpdesk.github.api-url"));
    assertThat(new UnsafeGithubSettings(with("webhook-secret", "short")).complaint())
        .hasValueSatisfying(text -> assertThat(text).contains("helpdesk.github.webhook-secret"));
    assertThat(
            new UnsafeGithubSettings(
                    with("token", "t", "webhook-secret", "0123456789abcdef,fedcba9876543210"))
                .complaint())
        .isEmpty();
  }
}
