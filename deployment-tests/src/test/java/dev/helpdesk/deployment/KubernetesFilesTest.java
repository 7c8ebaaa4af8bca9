package dev.helpdesk.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be said of the files themselves, without kubectl. */
class KubernetesFilesTest {
  private static final Path K8S = Project.ROOT.resolve("k8s");

  static List<Path> kustomizations() throws IOException {
    try (Stream<Path> files = Files.walk(K8S)) {
      return files
          .filter(file -> file.endsWith("kustomization.yaml"))
          .map(Path::getParent)
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("kustomizations")
  void everythingNamedIsThereAndEveryFileIsNamed(Path folder) throws IOException {
    JsonNode kustomization = read(folder.resolve("kustomization.yaml"));
    var named =
        Stream.of(
                Project.strings(kustomization.path("resources")).stream(),
                Project.strings(kustomization.path("components")).stream(),
                Manifests.namesAt(kustomization, "configMapGenerator", "files").stream()
                    .map(file -> file.substring(file.indexOf('=') + 1)))
            .flatMap(names -> names)
            .toList();
    assertThat(named).allMatch(name -> Files.exists(folder.resolve(name)));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> file.getFileName().toString())
                  .filter(file -> !file.equals("kustomization.yaml")))
          .allMatch(named::contains);
    }
  }

  @Test
  void everyManifestHasOnlyKnownFields() throws IOException {
    for (Path folder : kustomizations()) {
      for (String resource :
          Project.strings(read(folder.resolve("kustomization.yaml")).path("resources"))) {
        Path file = folder.resolve(resource);
        if (Files.isRegularFile(file)) {
          assertKnown(file);
        }
      }
    }
  }

  private static void assertKnown(Path file) throws IOException {
    for (JsonNode manifest : Project.documents(Files.readString(file))) {
      try {
        Kinds.assertKnown(manifest);
      } catch (JsonProcessingException e) {
        throw new AssertionError(file + ": " + e.getOriginalMessage(), e);
      }
    }
  }

  private static JsonNode read(Path file) throws IOException {
    return Project.documents(Files.readString(file)).get(0);
  }
}
