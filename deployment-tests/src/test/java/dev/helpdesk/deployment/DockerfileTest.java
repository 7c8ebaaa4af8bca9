package dev.helpdesk.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfileTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker/Dockerfile.jvm",
        "docker/Dockerfile.native",
        "docker/Dockerfile.native-build",
        "docker/gateway/Dockerfile"
      })
  void theImageOnlyCopiesAndRunsAsNobody(String file) {
    List<String> last = lastStage(file);
    assertThat(last)
        .extracting(line -> line.split(" ")[0])
        .isSubsetOf(
            "FROM",
            "ARG",
            "LABEL",
            "COPY",
            "WORKDIR",
            "ENV",
            "EXPOSE",
            "USER",
            "HEALTHCHECK",
            "ENTRYPOINT");
    assertThat(last).anyMatch(line -> line.matches("USER [1-9][0-9]*(:[1-9][0-9]*)?"));
    assertThat(last).anyMatch(line -> line.startsWith("HEALTHCHECK "));
    assertThat(last).anyMatch(line -> line.contains("org.opencontainers.image.title="));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker/Dockerfile.jvm",
        "docker/Dockerfile.native",
        "docker/Dockerfile.native-build",
        "docker/gateway/Dockerfile"
      })
  void everyBaseIsPinned(String file) {
    List<String> stages = stagesOf(file);
    for (String line : instructions(file)) {
      if (line.startsWith("FROM ")) {
        String base = line.split(" ")[1].replace("${JAVA}", javaVersion());
        if (!stages.contains(base) && !base.equals("${APP}") && !base.equals("scratch")) {
          Images.assertPinned(base, file);
        }
      }
    }
  }

  /** The cache of a trial start holds for one JVM only. */
  @Test
  void theTrialStartRunsOnTheImagesOwnJvm() {
    List<String> froms =
        instructions("docker/Dockerfile.jvm").stream()
            .filter(line -> line.startsWith("FROM eclipse-temurin"))
            .map(line -> line.split(" ")[1])
            .distinct()
            .toList();
    assertThat(froms).hasSize(1);
    assertThat(ComposeTest.services().get("setup").path("image").asText())
        .isEqualTo(froms.get(0).replace("${JAVA}", javaVersion()));
  }

  @Test
  void theFoldersOfTheProgramAreLayersOfTheirOwn() {
    assertThat(lastStage("docker/Dockerfile.jvm"))
        .filteredOn(line -> line.startsWith("COPY --from=trained"))
        .extracting(line -> line.split(" ")[2])
        .containsExactly(
            "/app/lib/", "/app/quarkus-run.jar", "/app/quarkus/", "/app/app/", "/app/helpdesk.aot");
  }

  @Test
  void theBuildSeesAllModules() {
    String ignored = Project.text(".dockerignore");
    var modules =
        Project.text("pom.xml")
            .lines()
            .filter(line -> line.contains("<module>"))
            .map(line -> line.replaceAll("</?module>", "").strip())
            .toList();
    assertThat(modules)
        .isNotEmpty()
        .allMatch(
            module ->
                ignored.contains("\n!" + module + "\n")
                    || ignored.contains("\n!" + module + "/pom.xml\n"));
  }

  private static String javaVersion() {
    return instructions("docker/Dockerfile.jvm").stream()
        .filter(line -> line.startsWith("ARG JAVA="))
        .map(line -> line.substring("ARG JAVA=".length()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> stagesOf(String file) {
    return instructions(file).stream()
        .filter(line -> line.matches("FROM .* AS .*"))
        .map(line -> line.split(" AS ")[1])
        .toList();
  }

  private static List<String> lastStage(String file) {
    List<String> lines = instructions(file);
    int from = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("FROM ")) {
        from = i;
      }
    }
    return lines.subList(from, lines.size());
  }

  /** One instruction a line, continued lines joined. */
  private static List<String> instructions(String file) {
    var instructions = new ArrayList<String>();
    for (String line : Project.text(file).replace("\\\n", " ").split("\n")) {
      if (!line.isBlank() && !line.startsWith("#")) {
        instructions.add(line.strip().replaceAll(" +", " "));
      }
    }
    return instructions;
  }
}
