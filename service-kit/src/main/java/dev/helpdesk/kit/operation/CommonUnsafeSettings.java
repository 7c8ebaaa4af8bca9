package dev.helpdesk.kit.operation;

import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** What is unsafe in any service. */
final class CommonUnsafeSettings {
  private CommonUnsafeSettings() {}

  static Stream<UnsafeSetting> all() {
    return Stream.of(
        when("helpdesk.cors.origins", "*", "any web page could call us in a user's name"),
        when("helpdesk.trusted-proxies", "*", "anybody could pretend to be any address"),
        when("quarkus.mailer.mock", "true", "no mail would leave"));
  }

  private static UnsafeSetting when(String name, String unsafe, String why) {
    return () ->
        ConfigProvider.getConfig()
            .getOptionalValue(name, String.class)
            .filter(value -> Arrays.stream(value.split(",")).anyMatch(v -> v.trim().equals(unsafe)))
            .map(value -> name + "=" + unsafe + " (" + why + ")");
  }
}
