package dev.helpdesk.ticketing.github;

import dev.helpdesk.kit.operation.UnsafeSetting;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

/** A token that travels in clear, and a webhook secret that can be guessed. */
@ApplicationScoped
class UnsafeGithubSettings implements UnsafeSetting {
  private static final int SHORTEST = 16;

  private final GithubSettings settings;

  UnsafeGithubSettings(GithubSettings settings) {
    this.settings = settings;
  }

  @Override
  public Optional<String> complaint() {
    if (settings.token().isPresent()
        && !settings.apiUrl().toLowerCase(Locale.ROOT).startsWith("https://")) {
      return Optional.of("helpdesk.github.api-url (the token would travel in clear)");
    }
    return settings.secrets().stream().anyMatch(secret -> secret.length() < SHORTEST)
        ? Optional.of("helpdesk.github.webhook-secret (shorter than " + SHORTEST + " characters)")
        : Optional.empty();
  }
}
