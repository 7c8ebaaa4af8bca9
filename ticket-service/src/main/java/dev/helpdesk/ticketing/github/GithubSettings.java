package dev.helpdesk.ticketing.github;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How we talk to GitHub. */
@ConfigMapping(prefix = "helpdesk.github")
public interface GithubSettings {
  /** The REST API; the only address that is ever called. */
  @WithDefault("https://api.github.com")
  String apiUrl();

  /** Without one nothing is brought to GitHub. */
  Optional<String> token();

  /** Any of them may have signed a webhook, so that they can be changed without a gap. */
  Optional<List<String>> webhookSecret();

  /** Where issues may be; the first is the one that the API belongs to. */
  @WithDefault("github.com")
  List<String> allowedHosts();

  /** How long one call may take. */
  @WithDefault("5s")
  Duration timeout();

  /** How often a call that may pass is tried again. */
  @WithDefault("2")
  int retries();

  /** How long before the first of these; then twice as long each time. */
  @WithDefault("300ms")
  Duration retryDelay();

  /** How many calls the breaker looks at; it opens when half of them failed. */
  @WithDefault("10")
  int breakerCalls();

  /** How long an open breaker lets nothing through. */
  @WithDefault("20s")
  Duration breakerDelay();

  /** How long one sync waits for another one of the same ticket. */
  @WithDefault("30s")
  Duration patience();

  /** How long a comment waits for its issue to become a ticket. */
  @WithDefault("P7D")
  Duration keepWaiting();

  default String host() {
    return allowedHosts().get(0);
  }

  default List<String> secrets() {
    return webhookSecret().orElse(List.of()).stream().filter(secret -> !secret.isBlank()).toList();
  }
}
