package dev.helpdesk.kit.outbox;

import dev.helpdesk.test.Broker;
import dev.helpdesk.test.FreshDatabase;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * The place of one relay: whoever dies in it is replaced by the next victim, then by a survivor.
 */
final class RelaySlot implements AutoCloseable {
  private static final int HALTED = 137;

  private final FreshDatabase database;
  private final Random random;
  private final Deque<RelayBatch.Step> victims;
  private final List<Integer> exits = new ArrayList<>();
  private Process process;

  RelaySlot(FreshDatabase database, long seed) throws IOException {
    this.database = database;
    this.random = new Random(seed);
    List<RelayBatch.Step> steps = new ArrayList<>(Arrays.asList(RelayBatch.Step.values()));
    Collections.shuffle(steps, random);
    this.victims = new ArrayDeque<>(steps);
    this.process = next();
  }

  /** True once every step has had its victim; call it again and again. */
  boolean tend() throws IOException {
    if (!process.isAlive()) {
      exits.add(process.exitValue());
      process = next();
    }
    return exits.size() >= RelayBatch.Step.values().length;
  }

  /** Every one of them was killed by its own hand, and none failed in another way. */
  boolean allHalted() {
    return exits.stream().allMatch(code -> code == HALTED);
  }

  private Process next() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(RelayProcess.class.getName());
    command.add(
        database
            .reactiveUrl()
            .replace("//", "//" + database.user() + ":" + database.password() + "@"));
    command.add(Broker.servers());
    if (!victims.isEmpty()) {
      command.add(victims.remove().name());
      command.add(Integer.toString(1 + random.nextInt(4)));
    }
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
