package dev.helpdesk.system;

import dev.helpdesk.local.infra.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The system as {@code ./helpdesk up -d} starts it, on free ports and with data of its own. */
final class RunningStack implements AutoCloseable {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final List<String> PARTS =
      List.of("GATEWAY", "AUTH", "TICKET", "NOTIFICATION", "INBOX", "SMTP", "POSTGRES", "KAFKA");

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();

  private RunningStack(Path folder, Map<String, String> settings) {
    this.folder = folder;
    environment.put("HELPDESK_LOCAL_DIR", folder.toString());
    PARTS.forEach(
        part -> environment.put("HELPDESK_" + part + "_PORT", Integer.toString(FreePort.find())));
    environment.putAll(settings);
  }

  static RunningStack start(Map<String, String> settings) throws IOException {
    RunningStack stack = new RunningStack(Files.createTempDirectory("helpdesk-system"), settings);
    stack.up();
    return stack;
  }

  void up() throws IOException {
    run("up", "-d");
  }

  String gateway() {
    return "http://localhost:" + environment.get("HELPDESK_GATEWAY_PORT");
  }

  String inbox() {
    return "http://localhost:" + environment.get("HELPDESK_INBOX_PORT");
  }

  String service(String part) {
    return "http://localhost:" + environment.get("HELPDESK_" + part + "_PORT");
  }

  /** Kills a part as a power cut would: stack, postgres, auth, ticket or notification. */
  void kill(String part) throws IOException {
    Properties file = new Properties();
    try (var in = Files.newInputStream(folder.resolve("run").resolve(part + ".run"))) {
      file.load(in);
    }
    long pid = Long.parseLong(file.getProperty("pid"));
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }

  boolean isHealthy() {
    try {
      return start("status").waitFor() == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void run(String... arguments) throws IOException {
    Path output = folder.resolve("system-test.log");
    Process process = start(arguments);
    Files.write(output, process.getInputStream().readAllBytes());
    try {
      if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IllegalStateException(
            "helpdesk " + String.join(" ", arguments) + " failed:\n" + Files.readString(output));
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Process start(String... arguments) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(ROOT.resolve("helpdesk").toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    return builder.start();
  }

  @Override
  public void close() throws IOException {
    run("reset", "-y");
    try (var left = Files.walk(folder)) {
      left.sorted(java.util.Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }
}
