package dev.helpdesk.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One of our services as a process of its own. */
final class ServicePart implements Part, Supervisor.Ward {

  private static final long PATIENCE_SECONDS = 10;

  // The optimising compiler waits for what is really hot: a start costs a third less, and under
  // load the code gets as fast as ever.
  private static final List<String> JVM_OPTIONS =
      List.of(
          "-Xmx256m",
          "-Xss512k",
          "-XX:+UseSerialGC",
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=150000",
          "-XX:Tier4BackEdgeThreshold=400000");

  private final Service service;
  private final Settings settings;
  private final ServiceEnvironment environment;
  private final Supervisor supervisor;
  private @Nullable Process process;
  private boolean stopped;

  ServicePart(
      Service service, Settings settings, ServiceEnvironment environment, Supervisor supervisor) {
    this.service = service;
    this.settings = settings;
    this.environment = environment;
    this.supervisor = supervisor;
  }

  @Override
  public String name() {
    return service.part();
  }

  @Override
  public synchronized void start() throws IOException, StackFailure {
    if (stopped) {
      return;
    }
    Path jar = service.jar(settings.home());
    if (Files.notExists(jar)) {
      throw new StackFailure(name() + "-service is not built: there is no " + jar);
    }
    File log = LogFiles.rotated(settings.log(name())).toFile();
    var builder = new ProcessBuilder(command(jar));
    builder.environment().clear();
    builder.environment().putAll(environment.of(service));
    process =
        builder
            .directory(settings.home().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .start();
    runFile().write(settings);
    supervisor.watch(this, process.onExit());
  }

  private List<String> command(Path jar) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM_OPTIONS);
    if (Runtime.version().feature() >= 24) {
      command.addAll(
          List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    }
    settings
        .value("HELPDESK_SERVICE_JAVA_OPTS")
        .ifPresent(options -> command.addAll(List.of(options.strip().split("\\s+"))));
    command.addAll(List.of("-jar", jar.toString()));
    return command;
  }

  @Override
  public synchronized String lastWords() {
    return process == null || process.isAlive() ? "" : "exit code " + process.exitValue();
  }

  @Override
  public synchronized void stop() throws IOException {
    stopped = true;
    if (process == null) {
      return;
    }
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    runFile().delete(settings);
  }

  @Override
  public synchronized RunFile runFile() {
    var handle = process == null ? ProcessHandle.current() : process.toHandle();
    try {
      int port = settings.port(service.port());
      String health = "http://127.0.0.1:" + port + "/q/health/ready";
      return RunFile.of(name(), handle, Integer.toString(port), health);
    } catch (StackFailure e) {
      throw new IllegalStateException("the port was checked at the start", e);
    }
  }
}
