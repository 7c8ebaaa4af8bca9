package dev.helpdesk.kit.operation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductionReadinessTest {
  private static final Map<String, String> SAFE =
      Map.of(
          "helpdesk.cors.origins", "https://help.example.org",
          "helpdesk.trusted-proxies", "10.0.0.1",
          "quarkus.mailer.mock", "false");

  @Test
  void safeSettingsStart() {
    assertThatCode(() -> start(SAFE)).doesNotThrowAnyException();
    assertThatCode(() -> start(Map.of())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          helpdesk.cors.origins,    *
          helpdesk.cors.origins,    `https://help.example.org, *`
          helpdesk.cors.origins,    /.*/
          helpdesk.trusted-proxies, *
          helpdesk.trusted-proxies, 0.0.0.0/0
          helpdesk.trusted-proxies, `10.0.0.1,::/0`
          quarkus.mailer.mock,      true
          """)
  void anUnsafeSettingStopsTheStartWithItsName(String name, String value) {
    assertThatThrownBy(() -> start(Map.of(name, value)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("Unsafe in production: " + name + "=");
  }

  @Test
  void allThatIsUnsafeIsNamedAtOnce() {
    assertThatThrownBy(
            () -> start(Map.of("helpdesk.cors.origins", "*", "quarkus.mailer.mock", "true")))
        .hasMessageContaining("helpdesk.cors.origins")
        .hasMessageContaining("quarkus.mailer.mock");
  }

  @Test
  void aServicesOwnSettingStopsTheStartToo() {
    UnsafeSetting own = () -> Optional.of("helpdesk.demo-users=true (everybody knows them)");

    assertThatThrownBy(() -> ProductionReadiness.refuseUnsafe(Stream.of(own)))
        .hasMessageContaining("helpdesk.demo-users");
  }

  private static void start(Map<String, String> settings) {
    Config config =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(settings, "test", 100))
            .build();
    ProductionReadiness.refuseUnsafe(CommonUnsafeSettings.in(config));
  }
}
