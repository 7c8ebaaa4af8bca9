package dev.helpdesk.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {

  @TempDir Path home;
  Settings settings;

  @BeforeEach
  void settings() {
    settings = new Settings(home, Map.of());
  }

  @Test
  void findsTheProcessThatWroteIt() throws Exception {
    RunFile.of("stack", ProcessHandle.current(), "8080", "").write(settings);
    assertThat(RunFile.find(settings, "stack").flatMap(RunFile::process))
        .contains(ProcessHandle.current());
  }

  @Test
  void doesNotTakeAnotherProcessWithTheSameIdForIt() throws Exception {
    long pid = ProcessHandle.current().pid();
    new RunFile("auth", pid, Instant.now().minusSeconds(86_400), "", "").write(settings);
    assertThat(RunFile.find(settings, "auth").flatMap(RunFile::process)).isEmpty();
  }

  @Test
  void endsAnOrphanedServiceAndNothingElse() throws Exception {
    Process orphan = new ProcessBuilder("sleep", "600").start();
    RunFile.of("ticket", orphan.toHandle(), "8082", "").write(settings);
    RunFile.of("stack", ProcessHandle.current(), "", "").write(settings);
    assertThat(Orphans.stop(settings)).containsExactly("ticket");
    assertThat(orphan.waitFor()).isNotZero();
    assertThat(RunFile.readAll(settings)).isEmpty();
  }

  @Test
  void passwordsAreMadeOnceAndForTheirOwnerAlone() throws Exception {
    var first = Secrets.of(home);
    assertThat(Secrets.of(home)).isEqualTo(first);
    assertThat(first.passwords()).hasSize(3);
    assertThat(first.keys()).containsOnlyKeys("auth", "notification");
    var permissions = Files.getPosixFilePermissions(home.resolve("secrets"));
    assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
  }
}
