package dev.helpdesk.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ObservabilityTest {
  /** What the services measure; docs/operations.md tells of each. */
  private static final Set<String> METRICS =
      Set.of(
          "helpdesk_events_total",
          "helpdesk_outbox_waiting",
          "helpdesk_outbox_oldest_seconds",
          "helpdesk_inbox_poison_total",
          "helpdesk_mail_total");

  private static final JsonNode DASHBOARD =
      Project.document("k8s/components/observability/dashboard.json");

  @Test
  void theSameAlertsWakeSomebodyInComposeAndInKubernetes() {
    JsonNode compose = Project.document("docker/observability/alerts.yml");
    JsonNode rule = Project.document("k8s/components/service-monitor/prometheus-rule.yaml");
    assertThat(rule.at("/spec/groups")).isEqualTo(compose.path("groups")).isNotEmpty();
  }

  @Test
  void theDashboardShowsAllThatAnOperatorAsks() {
    var titles =
        Project.list(DASHBOARD.path("panels")).stream().map(p -> p.path("title").asText()).toList();
    assertThat(titles)
        .contains(
            "Requests",
            "Errors",
            "Mean time of an answer",
            "Events that wait for the broker",
            "Mails by outcome",
            "SLA");
  }

  @Test
  void dashboardAndAlertsAskForMetricsThatAreThere() {
    String operations = Project.text("docs/operations.md");
    Set<String> asked = new TreeSet<>();
    Stream.of(DASHBOARD.toString(), Project.text("docker/observability/alerts.yml"))
        .flatMap(text -> Pattern.compile("helpdesk_[a-z_]+").matcher(text).results())
        .forEach(found -> asked.add(found.group()));
    assertThat(asked).isEqualTo(new TreeSet<>(METRICS));
    assertThat(METRICS).allMatch(operations::contains);
  }

  @Test
  void prometheusFindsAllServices() {
    var targets =
        Project.document("docker/observability/prometheus.yml")
            .at("/scrape_configs/0/static_configs")
            .findValuesAsText("service");
    assertThat(targets)
        .containsExactlyInAnyOrder("auth-service", "ticket-service", "notification-service");
  }
}
