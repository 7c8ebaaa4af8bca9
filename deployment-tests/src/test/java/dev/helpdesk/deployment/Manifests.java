package dev.helpdesk.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a cluster would be given for one overlay. */
record Manifests(String overlay, List<JsonNode> all) {

  static Manifests of(String overlay) {
    return new Manifests(
        overlay, kubectl(Project.ROOT.resolve("k8s/overlays").resolve(overlay)).orElseThrow());
  }

  /** The overlay with a component that it does not have by itself. */
  static Manifests with(String overlay, String component) {
    try {
      Path folder = Files.createDirectories(Path.of("target/kustomize", overlay, component));
      Path k8s = folder.toAbsolutePath().relativize(Project.ROOT.resolve("k8s"));
      Files.writeString(
          folder.resolve("kustomization.yaml"),
          """
          apiVersion: kustomize.config.k8s.io/v1beta1
          kind: Kustomization
          resources: [%s/overlays/%s]
          components: [%s/components/%s]
          """
              .formatted(k8s, overlay, k8s, component));
      return new Manifests(overlay + " with " + component, kubectl(folder).orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean canRender() {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
  }

  private static Optional<List<JsonNode>> kubectl(Path folder) {
    try {
      Path errors = Files.createTempFile("kustomize", ".err");
      Process process =
          new ProcessBuilder("kubectl", "kustomize", folder.toString())
              .redirectError(errors.toFile())
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
      assertThat(Files.readString(errors)).as("warnings").isEmpty();
      Files.delete(errors);
      return Optional.of(Project.documents(said));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  List<JsonNode> kind(String kind) {
    return all.stream().filter(m -> m.path("kind").asText().equals(kind)).toList();
  }

  Map<String, JsonNode> named(String kind) {
    return kind(kind).stream().collect(Collectors.toMap(Manifests::name, Function.identity()));
  }

  /** Everything that makes pods. */
  List<JsonNode> workloads() {
    return Stream.of("Deployment", "StatefulSet", "Job")
        .flatMap(kind -> kind(kind).stream())
        .toList();
  }

  static JsonNode pod(JsonNode workload) {
    return workload.at("/spec/template/spec");
  }

  static List<JsonNode> containers(JsonNode workload) {
    return Project.list(pod(workload).path("containers"));
  }

  static String name(JsonNode manifest) {
    return manifest.at("/metadata/name").asText();
  }

  static Map<String, String> labels(JsonNode node) {
    return node.properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asText()));
  }

  /** The names behind a path of field names; lists are walked through. */
  static List<String> namesAt(JsonNode node, String... path) {
    List<JsonNode> found = List.of(node);
    for (String field : path) {
      var next = new ArrayList<JsonNode>();
      for (JsonNode each : found) {
        JsonNode value = each.path(field);
        if (value.isArray()) {
          value.forEach(next::add);
        } else if (!value.isMissingNode()) {
          next.add(value);
        }
      }
      found = next;
    }
    return found.stream().map(JsonNode::asText).toList();
  }
}
