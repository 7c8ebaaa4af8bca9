package dev.helpdesk.local;

import dev.helpdesk.local.infra.FreePort;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** All parts together: up in the right order, watched, down in the reverse order. */
final class Stack {

  private static final Duration HEALTHY_WITHIN = Duration.ofMinutes(2);
  private static final int DEATHS_BEFORE_GIVING_UP = 3;

  // The common pool has as few threads as the machine has cores, and all of these mostly wait.
  private static final Executor THREAD_EACH = work -> new Thread(work, "part").start();

  private final Settings settings;
  private final Console console;
  private final Supervisor supervisor;
  private final boolean infraOnly;
  private final ServiceEnvironment environment;
  private final List<Part> infra = new ArrayList<>();
  private final List<Part> services = new ArrayList<>();
  private volatile boolean stopping;

  Stack(Settings settings, Console console, boolean infraOnly) throws IOException, StackFailure {
    this.settings = settings;
    this.console = console;
    this.infraOnly = infraOnly;
    this.supervisor = new Supervisor(console);
    Secrets secrets = Secrets.of(settings.folder());
    this.environment = new ServiceEnvironment(settings, secrets);
    var ownPostgres = settings.ownPostgres();
    infra.add(
        ownPostgres.isPresent()
            ? new OwnPostgresPart(ownPostgres.get(), settings, secrets.passwords())
            : new PostgresPart(settings, supervisor, secrets.passwords()));
    infra.add(
        settings.ownKafka().isPresent()
            ? InProcessPart.ownKafka(settings.ownKafka().get())
            : InProcessPart.kafka(settings));
    infra.add(InProcessPart.inbox(settings));
    if (!infraOnly) {
      infra.add(InProcessPart.gateway(settings));
      for (Service service : Service.values()) {
        services.add(new ServicePart(service, settings, environment, supervisor));
      }
    }
  }

  void up() throws IOException, StackFailure {
    startTogether(infra);
    startTogether(services);
    awaitHealth();
    String welcome = infraOnly ? Welcome.infra(settings, environment) : Welcome.stack(settings);
    ReadyFile.write(settings, welcome);
    System.out.println(welcome);
  }

  /** To be asked first, while there is nothing to clean up. */
  void refuseTakenPorts() throws StackFailure {
    for (StackPort port : portsToTake()) {
      int number = settings.port(port);
      if (!FreePort.isFree(number)) {
        throw new StackFailure(
            "Port %d, which %s wants, is taken. Free it, or choose another with %s=<port>."
                .formatted(number, port.part(), port.variable()));
      }
    }
  }

  private List<StackPort> portsToTake() throws StackFailure {
    var ports = new ArrayList<>(List.of(StackPort.values()));
    if (infraOnly) {
      ports.removeAll(
          List.of(StackPort.GATEWAY, StackPort.AUTH, StackPort.TICKET, StackPort.NOTIFICATION));
    }
    if (settings.ownPostgres().isPresent()) {
      ports.remove(StackPort.POSTGRES);
    }
    if (settings.ownKafka().isPresent()) {
      ports.remove(StackPort.KAFKA);
    }
    return ports;
  }

  private void startTogether(List<Part> parts) throws StackFailure {
    var starts =
        parts.stream()
            .map(part -> CompletableFuture.runAsync(() -> start(part), THREAD_EACH))
            .toList();
    try {
      CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StackFailure failure
          ? failure
          : new StackFailure("Helpdesk cannot start: " + e.getCause(), e);
    }
  }

  private void start(Part part) {
    long begin = System.nanoTime();
    try {
      if (stopping) {
        return;
      }
      part.start();
      part.runFile().write(settings);
      boolean accepts = infra.contains(part);
      long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
      console.say(part.name(), accepts ? "up after " + millis + " ms" : "starting");
    } catch (StackFailure e) {
      throw new CompletionException(e);
    } catch (IOException | SQLException | RuntimeException e) {
      throw new CompletionException(new StackFailure(part.name() + " does not start: " + e, e));
    }
  }

  private void awaitHealth() throws IOException, StackFailure {
    long begin = System.nanoTime();
    var waiting = new ArrayList<Part>();
    waiting.addAll(infra);
    waiting.addAll(services);
    while (!waiting.isEmpty()) {
      for (Part part : List.copyOf(waiting)) {
        if (part.isHealthy()) {
          waiting.remove(part);
          long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
          console.say(part.name(), "healthy after " + millis + " ms");
        } else if (supervisor.deathsInARow(part.name()) >= DEATHS_BEFORE_GIVING_UP) {
          throw failed(part, "keeps dying");
        }
      }
      if (System.nanoTime() - begin > HEALTHY_WITHIN.toNanos() && !waiting.isEmpty()) {
        throw failed(waiting.get(0), "is not healthy after " + HEALTHY_WITHIN.toSeconds() + " s");
      }
      pause();
    }
  }

  private StackFailure failed(Part part, String why) throws IOException {
    var log = settings.log(part.name());
    var lines = String.join("\n", LogFiles.lastLines(log, 25));
    return new StackFailure("%s %s. The end of %s:\n%s".formatted(part.name(), why, log, lines));
  }

  private static void pause() throws StackFailure {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted");
    }
  }

  boolean isStopping() {
    return stopping;
  }

  /** Services first, then what they lean on. */
  void down() throws IOException {
    stopping = true;
    supervisor.stop();
    ReadyFile.delete(settings);
    var stops =
        services.stream().map(part -> CompletableFuture.runAsync(() -> stop(part), THREAD_EACH));
    CompletableFuture.allOf(stops.toArray(CompletableFuture[]::new)).join();
    var reverse = new ArrayList<>(infra);
    Collections.reverse(reverse);
    reverse.forEach(this::stop);
  }

  private void stop(Part part) {
    try {
      part.stop();
      part.runFile().delete(settings);
    } catch (IOException | RuntimeException e) {
      console.say(part.name(), "does not stop: " + e);
    }
  }
}
