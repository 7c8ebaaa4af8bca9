package dev.helpdesk.deployment;

import static dev.helpdesk.deployment.Manifests.containers;
import static dev.helpdesk.deployment.Manifests.labels;
import static dev.helpdesk.deployment.Manifests.name;
import static dev.helpdesk.deployment.Manifests.namesAt;
import static dev.helpdesk.deployment.Manifests.pod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every overlay as kubectl renders it; without kubectl, {@link KubernetesFilesTest} is what is
 * left.
 */
@ParameterizedClass
@MethodSource("overlays")
@EnabledIf("dev.helpdesk.deployment.Manifests#canRender")
class KubernetesTest {
  private static final Set<String> SERVICES =
      Set.of("auth-service", "ticket-service", "notification-service");

  /** What operators make beside the documented secrets, by the names that they give. */
  private static final Set<String> MADE_BY_OPERATORS =
      Set.of(
          "postgres-ca",
          "helpdesk-cluster-ca-cert",
          "auth-service-kafka",
          "ticket-service-kafka",
          "notification-service-kafka");

  private final Manifests manifests;

  KubernetesTest(Manifests manifests) {
    this.manifests = manifests;
  }

  static Stream<Manifests> overlays() {
    return Stream.of(
        Manifests.of("local"),
        Manifests.of("production"),
        Manifests.with("local", "native-images"),
        Manifests.with("production", "native-images"));
  }

  @Test
  void noFieldIsUnknown() throws JsonProcessingException {
    for (JsonNode manifest : manifests.all()) {
      Kinds.assertKnown(manifest);
    }
  }

  @Test
  void aMistypedFieldWouldBeFound() {
    var mistyped = (ObjectNode) manifests.named("Deployment").get("auth-service").deepCopy();
    ((ObjectNode) mistyped.at("/spec/template/spec/containers/0")).put("readynessProbe", "x");

    assertThatThrownBy(() -> Kinds.assertKnown(mistyped)).hasMessageContaining("readynessProbe");
  }

  @Test
  void selectorsMatchTheLabelsOfTheirPods() {
    for (JsonNode workload : manifests.workloads()) {
      if (!workload.path("kind").asText().equals("Job")) {
        assertThat(labels(workload.at("/spec/template/metadata/labels")))
            .as(name(workload))
            .containsAllEntriesOf(labels(workload.at("/spec/selector/matchLabels")));
      }
    }
    for (String kind : List.of("PodDisruptionBudget", "NetworkPolicy")) {
      for (JsonNode manifest : manifests.kind(kind)) {
        String field = kind.equals("NetworkPolicy") ? "podSelector" : "selector";
        assertThat(pods(labels(manifest.at("/spec/" + field + "/matchLabels"))))
            .as(kind + " " + name(manifest))
            .isNotEmpty();
      }
    }
  }

  @Test
  void servicesLeadToPortsThatAreThere() {
    for (JsonNode service : manifests.kind("Service")) {
      List<JsonNode> behind = pods(labels(service.at("/spec/selector")));
      assertThat(behind).as(name(service)).hasSize(1);
      List<String> ports = namesAt(pod(behind.get(0)), "containers", "ports", "name");
      assertThat(ports).containsAll(namesAt(service, "spec", "ports", "targetPort"));
    }
    JsonNode ingress = manifests.named("Ingress").get("helpdesk");
    for (JsonNode path : ingress.at("/spec/rules/0/http/paths")) {
      JsonNode backend = path.at("/backend/service");
      JsonNode service = manifests.named("Service").get(backend.path("name").asText());
      assertThat(namesAt(service, "spec", "ports", "name"))
          .contains(backend.at("/port/name").asText());
    }
  }

  @Test
  void everyConfigMapIsThereAndEverySecretIsDocumented() {
    Set<String> configMaps = manifests.named("ConfigMap").keySet();
    String documented = Project.text("docs/deploying.md");
    String made = Project.text("k8s/make-secrets");
    for (JsonNode workload : manifests.workloads()) {
      assertThat(configMaps).as(name(workload)).containsAll(configMapsOf(pod(workload)));
      for (String secret : secretsOf(pod(workload))) {
        assertThat(documented).contains("`" + secret + "`");
        assertThat(MADE_BY_OPERATORS.contains(secret) || isMade(made, secret)).as(secret).isTrue();
      }
    }
    assertThat(manifests.kind("Secret")).as("no secret in git").isEmpty();
  }

  @Test
  void everyContainerHasProbesLimitsAndNoRights() {
    for (JsonNode workload : manifests.workloads()) {
      assertThat(pod(workload).at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
      assertThat(pod(workload).at("/securityContext/runAsUser").asInt()).isPositive();
      assertThat(pod(workload).at("/securityContext/seccompProfile/type").asText())
          .isEqualTo("RuntimeDefault");
      assertThat(pod(workload).path("automountServiceAccountToken").asBoolean(true)).isFalse();
      for (JsonNode container : containers(workload)) {
        assertFenced(workload, container);
      }
    }
  }

  private static void assertFenced(JsonNode workload, JsonNode container) {
    String where = name(workload) + "/" + container.path("name").asText();
    if (!workload.path("kind").asText().equals("Job")) {
      assertThat(List.of("startupProbe", "readinessProbe", "livenessProbe"))
          .as(where)
          .allMatch(container::has);
    }
    for (String bound : List.of("requests", "limits")) {
      assertThat(List.of("cpu", "memory"))
          .as(where)
          .allMatch(what -> container.at("/resources/" + bound).has(what));
    }
    JsonNode security = container.path("securityContext");
    assertThat(security.path("allowPrivilegeEscalation").asBoolean(true)).as(where).isFalse();
    assertThat(Project.strings(security.at("/capabilities/drop"))).as(where).containsExactly("ALL");
    if (!where.contains("kafka")) {
      assertThat(security.path("readOnlyRootFilesystem").asBoolean()).as(where).isTrue();
    }
  }

  @Test
  void servicesAreProbedWhereTheyAnswer() {
    for (String service : SERVICES) {
      JsonNode container = containers(manifests.named("Deployment").get(service)).get(0);
      Map.of("startupProbe", "started", "readinessProbe", "ready", "livenessProbe", "live")
          .forEach(
              (probe, path) ->
                  assertThat(container.at("/" + probe + "/httpGet/path").asText())
                      .isEqualTo("/q/health/" + path));
    }
  }

  @Test
  void aRollingUpdateTakesNoReplicaBeforeItsSuccessorServes() {
    for (JsonNode deployment : manifests.kind("Deployment")) {
      if (manifests.named("HorizontalPodAutoscaler").containsKey(name(deployment))) {
        assertThat(deployment.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(-1)).isZero();
        JsonNode sleep = containers(deployment).get(0).at("/lifecycle/preStop/sleep/seconds");
        assertThat(sleep.asInt()).isPositive();
        assertThat(pod(deployment).path("terminationGracePeriodSeconds").asInt())
            .isGreaterThanOrEqualTo(sleep.asInt() + 20);
        assertThat(deployment.at("/spec").has("replicas")).isFalse();
      }
    }
  }

  @Test
  void everyServiceIsScaledSpreadAndKeptThroughDrains() {
    for (String service : SERVICES) {
      JsonNode scaler = manifests.named("HorizontalPodAutoscaler").get(service);
      assertThat(scaler.at("/spec/scaleTargetRef/kind").asText()).isEqualTo("Deployment");
      assertThat(scaler.at("/spec/scaleTargetRef/name").asText()).isEqualTo(service);
      JsonNode budget = manifests.named("PodDisruptionBudget").get(service);
      assertThat(pods(labels(budget.at("/spec/selector/matchLabels"))))
          .extracting(Manifests::name)
          .containsExactly(service);
      JsonNode deployment = manifests.named("Deployment").get(service);
      assertThat(pod(deployment).path("topologySpreadConstraints")).isNotEmpty();
      assertThat(manifests.named("ServiceAccount"))
          .containsKey(pod(deployment).path("serviceAccountName").asText());
    }
  }

  @Test
  void imagesAreThoseOfCompose() {
    Map<String, String> compose = Images.ofCompose();
    for (JsonNode workload : manifests.workloads()) {
      for (JsonNode container : containers(workload)) {
        String image = container.path("image").asText();
        Images.assertPinned(image, name(workload));
        String[] parts = image.split(":");
        assertThat(compose).containsKey(parts[0]);
        assertThat(parts[1].replaceFirst("-native$", "")).isEqualTo(compose.get(parts[0]));
      }
    }
  }

  @Test
  void everythingLivesInTheNamespace() {
    for (JsonNode manifest : manifests.all()) {
      if (!manifest.path("kind").asText().equals("Namespace")) {
        assertThat(manifest.at("/metadata/namespace").asText())
            .as(name(manifest))
            .isEqualTo("helpdesk");
      }
    }
  }

  @Test
  void everyPodOfOursHasANetworkPolicy() {
    Set<String> covered =
        manifests.kind("NetworkPolicy").stream()
            .map(policy -> policy.at("/spec/podSelector/matchLabels"))
            .map(selector -> selector.path("app.kubernetes.io/name").asText())
            .collect(Collectors.toSet());
    for (JsonNode workload : manifests.workloads()) {
      Map<String, String> labels = labels(workload.at("/spec/template/metadata/labels"));
      assertThat(labels).containsEntry("app.kubernetes.io/part-of", "helpdesk");
      assertThat(covered).contains(labels.get("app.kubernetes.io/name"));
    }
  }

  private List<JsonNode> pods(Map<String, String> selector) {
    assertThat(selector).isNotEmpty();
    return manifests.workloads().stream()
        .filter(
            workload ->
                labels(workload.at("/spec/template/metadata/labels"))
                    .entrySet()
                    .containsAll(selector.entrySet()))
        .toList();
  }

  private static Set<String> configMapsOf(JsonNode pod) {
    var names = new HashSet<String>();
    names.addAll(namesAt(pod, "containers", "envFrom", "configMapRef", "name"));
    names.addAll(namesAt(pod, "containers", "env", "valueFrom", "configMapKeyRef", "name"));
    names.addAll(namesAt(pod, "volumes", "configMap", "name"));
    return names;
  }

  private static Set<String> secretsOf(JsonNode pod) {
    var names = new HashSet<String>();
    names.addAll(namesAt(pod, "containers", "envFrom", "secretRef", "name"));
    names.addAll(namesAt(pod, "containers", "env", "valueFrom", "secretKeyRef", "name"));
    names.addAll(namesAt(pod, "volumes", "secret", "secretName"));
    names.addAll(namesAt(pod, "volumes", "projected", "sources", "secret", "name"));
    return names;
  }

  /** The script makes it; the databases' come from one line for all. */
  private static boolean isMade(String script, String secret) {
    return script.contains(" " + secret + " ")
        || (secret.endsWith("-database") && script.contains("\"$service-database\""));
  }
}
