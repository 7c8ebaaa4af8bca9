package dev.helpdesk.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;

/** The kinds that we use: Kubernetes' own with all their fields, operators' with what they need. */
final class Kinds {
  private static final Map<String, Class<?>> OWN =
      Map.ofEntries(
          Map.entry("v1/ConfigMap", ConfigMap.class),
          Map.entry("v1/Namespace", Namespace.class),
          Map.entry("v1/Service", Service.class),
          Map.entry("v1/ServiceAccount", ServiceAccount.class),
          Map.entry("apps/v1/Deployment", Deployment.class),
          Map.entry("apps/v1/StatefulSet", StatefulSet.class),
          Map.entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
          Map.entry("batch/v1/Job", Job.class),
          Map.entry("networking.k8s.io/v1/Ingress", Ingress.class),
          Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
          Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class));

  private static final Map<String, List<String>> OPERATORS =
      Map.of(
          "postgresql.cnpg.io/v1/Cluster",
          List.of(
              "/spec/instances", "/spec/imageName", "/spec/storage/size", "/spec/managed/roles"),
          "postgresql.cnpg.io/v1/Database",
          List.of("/spec/name", "/spec/owner", "/spec/cluster/name"),
          "kafka.strimzi.io/v1/Kafka",
          List.of("/spec/kafka/version", "/spec/kafka/listeners", "/spec/entityOperator"),
          "kafka.strimzi.io/v1/KafkaNodePool",
          List.of("/spec/replicas", "/spec/roles", "/spec/storage/type"),
          "kafka.strimzi.io/v1/KafkaTopic",
          List.of("/spec/partitions", "/spec/replicas", "/metadata/labels/strimzi.io~1cluster"),
          "kafka.strimzi.io/v1/KafkaUser",
          List.of("/spec/authentication/type", "/spec/authorization/acls"),
          "monitoring.coreos.com/v1/ServiceMonitor",
          List.of("/spec/selector/matchLabels", "/spec/endpoints"),
          "monitoring.coreos.com/v1/PrometheusRule",
          List.of("/spec/groups"));

  /** The model takes what it does not know into a map; here that is a failure. */
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .annotationIntrospector(
              new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                  return false;
                }
              })
          .build();

  private Kinds() {}

  static void assertKnown(JsonNode manifest) throws JsonProcessingException {
    String kind = manifest.path("apiVersion").asText() + "/" + manifest.path("kind").asText();
    if (OWN.containsKey(kind)) {
      STRICT.treeToValue(manifest, OWN.get(kind));
      return;
    }
    assertThat(OPERATORS).containsKey(kind);
    assertThat(OPERATORS.get(kind))
        .as(kind + " " + Manifests.name(manifest))
        .allMatch(field -> !manifest.at(field).isMissingNode());
  }
}
