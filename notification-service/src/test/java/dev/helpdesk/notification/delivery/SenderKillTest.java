package dev.helpdesk.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helpdesk.test.HelpdeskResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two senders at a time, killed at every step, while there is mail. */
@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class SenderKillTest {
  private static final int HALTED = 137;
  private static final int MAILS = 400;

  private final Queue queue = new Queue();
  private final Deque<SenderProcess.Step> victims =
      new ArrayDeque<>(List.of(SenderProcess.Step.values()));
  private final List<Integer> exits = new ArrayList<>();

  @Test
  void noMailIsLostWhereverSendersDie() throws IOException {
    queue.add("ok#@a.example", MAILS / 2);
    queue.add("ok#@b.example", MAILS / 2);
    try (RudeSmtp smtp = RudeSmtp.start()) {
      List<Process> senders = new ArrayList<>(List.of(next(smtp), next(smtp)));
      try {
        await()
            .atMost(Duration.ofMinutes(3))
            .until(() -> replaceTheDead(senders, smtp) && queue.count("sent", "%") == MAILS);
      } finally {
        senders.forEach(Process::destroyForcibly);
      }

      assertThat(exits).hasSize(SenderProcess.Step.values().length).containsOnly(HALTED);
      Set<String> accepted = new HashSet<>();
      smtp.received.forEach(mail -> accepted.add(mail.messageId()));
      assertThat(accepted).hasSize(MAILS);
      // Each death may leave what was on its way accepted but not recorded: those alone come again.
      int onTheirWay = new TestSettings().parallel() * exits.size();
      assertThat(smtp.received).hasSizeLessThanOrEqualTo(MAILS + onTheirWay);
    }
  }

  private boolean replaceTheDead(List<Process> senders, RudeSmtp smtp) throws IOException {
    for (int i = 0; i < senders.size(); i++) {
      if (!senders.get(i).isAlive()) {
        exits.add(senders.get(i).exitValue());
        senders.set(i, next(smtp));
      }
    }
    return exits.size() == SenderProcess.Step.values().length;
  }

  private Process next(RudeSmtp smtp) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(SenderProcess.class.getName());
    command.add(Sender.address(queue.database));
    command.add(Integer.toString(smtp.port()));
    if (!victims.isEmpty()) {
      command.add(victims.remove().name());
      command.add("12");
    }
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
