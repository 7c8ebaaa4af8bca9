package dev.helpdesk.deployment;

import static dev.helpdesk.deployment.Project.strings;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helpdesk.local.infra.Databases;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ComposeTest {
  private static final JsonNode COMPOSE = Project.compose();
  private static final Set<String> ONE_SHOT = Set.of("setup", "topics");
  private static final Set<String> OURS =
      Set.of("auth-service", "ticket-service", "notification-service", "gateway");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:-[^}]*)?}");

  @Test
  void everyImageIsPinned() {
    services()
        .forEach((name, service) -> Images.assertPinned(service.path("image").asText(), name));
  }

  @Test
  void everyPortListensOnThisMachineAlone() {
    services()
        .forEach(
            (name, service) ->
                assertThat(strings(service.path("ports")))
                    .as(name)
                    .allMatch(port -> port.startsWith("127.0.0.1:")));
  }

  @Test
  void everythingThatStaysTellsItsHealth() {
    services()
        .forEach(
            (name, service) -> {
              boolean stays = !ONE_SHOT.contains(name) && !name.equals("otel-collector");
              assertThat(service.has("healthcheck")).as(name).isEqualTo(stays);
            });
  }

  @Test
  void nothingStartsBeforeWhatItNeeds() {
    services()
        .forEach(
            (name, service) ->
                service
                    .path("depends_on")
                    .properties()
                    .forEach(
                        need -> {
                          String condition = need.getValue().path("condition").asText();
                          assertThat(condition)
                              .as(name + " needs " + need.getKey())
                              .isEqualTo(
                                  ONE_SHOT.contains(need.getKey())
                                      ? "service_completed_successfully"
                                      : "service_healthy");
                          assertThat(services()).containsKey(need.getKey());
                        }));
  }

  @Test
  void ourContainersCanChangeNothingAndMayNothing() {
    for (String name : OURS) {
      JsonNode service = services().get(name);
      assertThat(service.path("read_only").asBoolean()).as(name).isTrue();
      assertThat(strings(service.path("cap_drop"))).as(name).containsExactly("ALL");
      assertThat(strings(service.path("security_opt"))).contains("no-new-privileges:true");
    }
  }

  @Test
  void noSecretStandsInTheFile() {
    services()
        .forEach(
            (name, service) ->
                service
                    .path("environment")
                    .properties()
                    .forEach(
                        variable -> {
                          if (variable.getKey().matches(".*(PASSWORD|SECRET|TOKEN|KEY)")) {
                            assertThat(variable.getValue().asText())
                                .as(name + " " + variable.getKey())
                                .matches("\\$\\{[A-Z_]+:-}");
                          }
                        }));
  }

  @Test
  void eachServiceReadsItsOwnSecretsAlone() {
    for (String database : Databases.SERVICES) {
      JsonNode service = services().get(database + "-service");
      assertThat(strings(service.path("volumes")))
          .containsExactly(database + "-secrets:/run/helpdesk:ro");
      assertThat(service.path("environment").path("QUARKUS_DATASOURCE_REACTIVE_URL").asText())
          .isEqualTo("postgresql://postgres:5432/" + database);
      assertThat(service.path("environment").path("QUARKUS_DATASOURCE_USERNAME").asText())
          .isEqualTo(database);
    }
  }

  @Test
  void everyVariableHasADefaultAndStandsInTheExample() {
    Map<String, Boolean> used = new LinkedHashMap<>();
    VARIABLE
        .matcher(Project.text("docker-compose.yml"))
        .results()
        .forEach(found -> used.merge(found.group(1), found.group(2) != null, Boolean::logicalAnd));
    assertThat(used).isNotEmpty().allSatisfy((name, hasDefault) -> assertThat(hasDefault).isTrue());

    Set<String> told =
        Pattern.compile("(?m)^#([A-Z_]+)=")
            .matcher(Project.text(".env.example"))
            .results()
            .map((MatchResult line) -> line.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(told).isEqualTo(new TreeSet<>(used.keySet()));
  }

  @Test
  void everyMountedFileAndVolumeIsThere() {
    services()
        .forEach(
            (name, service) ->
                strings(service.path("volumes"))
                    .forEach(
                        mount -> {
                          String source = mount.split(":")[0];
                          if (source.startsWith("./")) {
                            assertThat(Files.exists(Project.ROOT.resolve(source)))
                                .as(name + " " + source)
                                .isTrue();
                          } else {
                            assertThat(COMPOSE.path("volumes").has(source)).as(source).isTrue();
                          }
                        }));
  }

  @Test
  void onlyTheGatewaySaysWhoACallerIs() {
    String gateway =
        services().get("gateway").path("networks").path("default").path("ipv4_address").asText();
    for (String database : Databases.SERVICES) {
      assertThat(
              services()
                  .get(database + "-service")
                  .path("environment")
                  .path("HELPDESK_TRUSTED_PROXIES")
                  .asText())
          .isEqualTo(gateway);
    }
    String subnet =
        COMPOSE
            .path("networks")
            .path("default")
            .path("ipam")
            .path("config")
            .at("/0/subnet")
            .asText();
    assertThat(defaultOf(gateway)).startsWith(defaultOf(subnet).replaceFirst("0/24$", ""));
  }

  @Test
  void theImagesAreBuiltFromWhatIsThere() {
    for (String name : OURS) {
      JsonNode build = services().get(name).path("build");
      assertThat(Files.exists(Project.ROOT.resolve(defaultOf(build.path("dockerfile").asText()))))
          .as(name)
          .isTrue();
    }
  }

  @Test
  void observabilityStaysOutUnlessAskedFor() {
    var asked = new ArrayList<String>();
    services()
        .forEach(
            (name, service) -> {
              if (strings(service.path("profiles")).contains("observability")) {
                asked.add(name);
              }
            });
    assertThat(asked).containsExactlyInAnyOrder("prometheus", "grafana", "otel-collector");
  }

  static String defaultOf(String value) {
    return VARIABLE
        .matcher(value)
        .replaceAll(found -> found.group(2) == null ? "" : found.group(2).substring(2));
  }

  static Map<String, JsonNode> services() {
    Map<String, JsonNode> services = new LinkedHashMap<>();
    COMPOSE
        .path("services")
        .properties()
        .forEach(service -> services.put(service.getKey(), service.getValue()));
    return services;
  }
}
