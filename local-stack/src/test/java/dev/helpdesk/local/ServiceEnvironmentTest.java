package dev.helpdesk.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceEnvironmentTest {

  @Test
  void eachServiceGetsItsOwnDatabase() throws StackFailure {
    assertThat(environment(Map.of()))
        .containsEntry("QUARKUS_DATASOURCE_USERNAME", "ticket")
        .containsEntry("QUARKUS_DATASOURCE_PASSWORD", "secret")
        .containsEntry("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://127.0.0.1:15432/ticket")
        .containsEntry("QUARKUS_HTTP_PORT", "8082");
  }

  /** Quarkus would take a bare IPv6 address for the name of a host and ask DNS at each request. */
  @Test
  void trustsTheGatewayByAddressesThatNeedNoDns() throws StackFailure {
    assertThat(environment(Map.of()).get("HELPDESK_TRUSTED_PROXIES").split(","))
        .containsExactly("127.0.0.1", "::1/128");
  }

  @Test
  void theCallersWordCountsMoreThanOurs() throws StackFailure {
    var caller =
        Map.of("QUARKUS_MAILER_HOST", "smtp.example", "HELPDESK_RATE_LIMIT_ENABLED", "false");
    assertThat(environment(caller)).containsAllEntriesOf(caller);
  }

  @Test
  void exceptWhereOneValueCannotBeRightForAll() throws StackFailure {
    var caller = Map.of("QUARKUS_HTTP_PORT", "1", "QUARKUS_DATASOURCE_USERNAME", "me");
    assertThat(environment(caller))
        .containsEntry("QUARKUS_HTTP_PORT", "8082")
        .containsEntry("QUARKUS_DATASOURCE_USERNAME", "ticket");
  }

  @Test
  void theStacksOwnSettingsMoveThingsAndDoNotReachTheServices() throws StackFailure {
    var caller =
        Map.of(
            "HELPDESK_TICKET_PORT", "9082",
            "HELPDESK_GATEWAY_PORT", "9080",
            "HELPDESK_POSTGRES_URL", "db.example:5433",
            "HELPDESK_KAFKA_BOOTSTRAP_SERVERS", "kafka.example:9092");
    assertThat(environment(caller))
        .doesNotContainKeys(caller.keySet().toArray(String[]::new))
        .containsEntry("QUARKUS_HTTP_PORT", "9082")
        .containsEntry("HELPDESK_PUBLIC_URL", "http://localhost:9080")
        .containsEntry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://db.example:5433/ticket")
        .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "kafka.example:9092");
  }

  @Test
  void refusesWhatIsNoPort() {
    assertThatThrownBy(() -> environment(Map.of("HELPDESK_TICKET_PORT", "eighty")))
        .isInstanceOf(StackFailure.class)
        .hasMessage("HELPDESK_TICKET_PORT=eighty is not a port");
  }

  private static Map<String, String> environment(Map<String, String> caller) throws StackFailure {
    var settings = new Settings(Path.of("."), caller);
    return new ServiceEnvironment(settings, Map.of("ticket", "secret")).of(Service.TICKET);
  }
}
