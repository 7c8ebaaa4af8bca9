package dev.helpdesk.kit.operation;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** What is unsafe in any service. */
final class CommonUnsafeSettings {
  private CommonUnsafeSettings() {}

  private static final Set<String> ANY_ORIGIN = Set.of("*", "/.*/");
  private static final Set<String> ANY_ADDRESS = Set.of("*", "0.0.0.0/0", "::/0");

  static Stream<UnsafeSetting> in(Config config) {
    return Stream.of(
        when(
            config,
            "helpdesk.cors.origins",
            ANY_ORIGIN,
            "any web page could call us in a user's name"),
        when(
            config,
            "helpdesk.trusted-proxies",
            ANY_ADDRESS,
            "anybody could pretend to be any address"),
        when(config, "quarkus.mailer.mock", Set.of("true"), "no mail would leave"));
  }

  private static UnsafeSetting when(Config config, String name, Set<String> unsafe, String why) {
    return () ->
        config
            .getOptionalValue(name, String.class)
            .flatMap(
                value ->
                    Arrays.stream(value.split(","))
                        .map(String::trim)
                        .filter(unsafe::contains)
                        .findFirst())
            .map(value -> name + "=" + value + " (" + why + ")");
  }
}
