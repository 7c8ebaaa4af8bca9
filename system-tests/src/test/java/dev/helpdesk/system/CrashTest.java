package dev.helpdesk.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Whatever is killed when: each code that was promised is mailed, under one Message-ID. */
class CrashTest {
  private static final List<String> VICTIMS =
      FullSize.asked()
          ? List.of(
              "auth",
              "notification",
              "postgres",
              "ticket",
              "auth",
              "notification",
              "postgres",
              "notification",
              "auth",
              "stack")
          : List.of("auth", "notification", "postgres", "stack");

  /** A user's pause between two requests; the inbox keeps 2000 mails only. */
  private static final Duration THINKING = Duration.ofMillis(200);

  private final Queue<String> promised = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean enough = new AtomicBoolean();

  @Test
  void everyPromisedCodeIsMailedAlthoughEverythingIsKilled() throws Exception {
    try (RunningStack stack =
        RunningStack.start(
            Map.of(
                "HELPDESK_RATE_LIMIT_ENABLED", "false",
                "HELPDESK_OTP_TTL", "30m",
                "HELPDESK_DELIVERY_FIRST_PAUSE", "1s",
                "HELPDESK_DELIVERY_CLAIM", "5s"))) {
      Client client = new Client(stack.gateway(), stack.inbox());
      ExecutorService users = Executors.newFixedThreadPool(4);
      for (int i = 0; i < 4; i++) {
        users.execute(() -> askForCodes(client));
      }
      killOneAfterTheOther(stack);
      enough.set(true);
      users.shutdown();
      assertThat(users.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

      assertThat(promised).hasSizeGreaterThan(50);
      await()
          .atMost(Duration.ofSeconds(90))
          .untilAsserted(
              () -> assertThat(client.mailsByRecipient().keySet()).containsAll(promised));
      assertThat(client.mailsByRecipient())
          .allSatisfy((address, messageIds) -> assertThat(messageIds).hasSize(1));
    }
  }

  private void killOneAfterTheOther(RunningStack stack) throws IOException {
    for (String victim : VICTIMS) {
      int before = promised.size();
      await().atMost(Duration.ofSeconds(60)).until(() -> promised.size() > before + 10);
      stack.kill(victim);
      if (victim.equals("stack")) {
        stack.up();
      }
      await().atMost(Duration.ofSeconds(90)).until(stack::isHealthy);
    }
    int before = promised.size();
    await().atMost(Duration.ofSeconds(60)).until(() -> promised.size() > before + 10);
  }

  private void askForCodes(Client client) {
    while (!enough.get()) {
      LockSupport.parkNanos(THINKING.toNanos());
      String address = UUID.randomUUID() + "@example.org";
      try {
        if (client.sendOtp(address).statusCode() == 202) {
          promised.add(address);
        }
      } catch (Exception connectionLost) {
        // No answer, no promise: the next address.
      }
    }
  }
}
