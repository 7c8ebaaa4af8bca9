package dev.helpdesk.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helpdesk.notification.mail.ComposeMail;
import dev.helpdesk.test.HelpdeskResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Senders as the service builds them, against a server that behaves badly. */
@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class SenderTest {
  @Inject ComposeMail compose;

  private final Queue queue = new Queue();
  private RudeSmtp smtp = RudeSmtp.start();
  private Sender sender;

  @AfterEach
  void stop() {
    if (sender != null) {
      sender.close();
    }
    smtp.close();
  }

  @Test
  void whoIsRefusedForGoodIsParkedAtOnce() {
    queue.add("gone@a.example", 1);
    start();

    eventually(() -> assertThat(queue.count("parked", "gone@%")).isEqualTo(1));
    assertThat(queue.ask("SELECT attempts || last_answer FROM delivery").get(0))
        .startsWith("1")
        .contains("550", "nobody of that name");
  }

  @Test
  void whoIsRefusedForNowIsTriedAgainUntilTaken() {
    queue.add("busy@a.example", 1);
    start();
    eventually(() -> assertThat(smtp.triesTo("a.example")).isGreaterThan(1));
    assertThat(queue.count("pending", "busy@%")).isEqualTo(1);

    smtp.becomePolite("busy");
    eventually(() -> assertThat(queue.count("sent", "busy@%")).isEqualTo(1));
    assertThat(smtp.idsTo("busy@a.example")).hasSize(1);
    assertThat(queue.ask("SELECT domain FROM mail_domain")).isEmpty();
  }

  @Test
  void aServerThatHangsUpAfterTheMailGetsTheSameOneAgain() {
    queue.add("die@a.example", 1);
    start();

    eventually(() -> assertThat(queue.count("sent", "die@%")).isEqualTo(1));
    assertThat(smtp.idsTo("die@a.example")).hasSize(2);
    assertThat(new HashSet<>(smtp.idsTo("die@a.example"))).hasSize(1);
  }

  @Test
  void aServerThatHangsHoldsUpNobodyElse() {
    queue.add("hang#@dead.example", 40);
    queue.add("ok#@alive.example", 60);
    start();

    eventually(() -> assertThat(queue.count("sent", "ok%")).isEqualTo(60));
    assertThat(queue.count("pending", "hang%")).isEqualTo(40);
    smtp.becomePolite("hang");
    eventually(() -> assertThat(queue.count("sent", "hang%")).isEqualTo(40));
  }

  @Test
  void manyForADeadDomainDelayNoOther() {
    queue.add("busy#@dead.example", 20_000);
    queue.add("ok#@alive.example", 100);
    start();

    eventually(() -> assertThat(queue.count("sent", "ok%")).isEqualTo(100));
    assertThat(smtp.triesTo("dead.example")).isLessThan(100);
    assertThat(queue.count("pending", "busy%")).isEqualTo(20_000);
  }

  @Test
  void aServerThatIsAwayLosesNothing() {
    int port = smtp.port();
    smtp.close();
    queue.add("ok#@a.example", 30);
    sender = new Sender(Sender.address(queue.database), port, compose, DeliveryQueue::new);
    eventually(
        () ->
            assertThat(queue.ask("SELECT 1 FROM delivery WHERE last_answer IS NOT NULL"))
                .isNotEmpty());

    smtp = RudeSmtp.start(port);
    eventually(() -> assertThat(queue.count("sent", "%")).isEqualTo(30));
    assertThat(smtp.received).hasSize(30);
  }

  @Test
  void urgentMailOvertakes() {
    queue.add("hang#@a.example", 20);
    start();
    eventually(() -> assertThat(smtp.triesTo("a.example")).isPositive());
    queue.add(Lane.URGENT, "ok@a.example", 1, "now", null, Duration.ofMinutes(5));

    eventually(() -> assertThat(queue.count("sent", "ok@%")).isEqualTo(1));
    assertThat(queue.count("pending", "hang%")).isEqualTo(20);
  }

  @Test
  void whatIsPastItsTimeIsParkedAndItsSecretForgotten() {
    queue.add(Lane.URGENT, "ok@a.example", 1, "code", null, Duration.ofSeconds(-1));
    start();

    eventually(() -> assertThat(queue.count("parked", "ok@%")).isEqualTo(1));
    assertThat(queue.ask("SELECT content FROM delivery WHERE content IS NOT NULL")).isEmpty();
    assertThat(queue.ask("SELECT last_answer FROM delivery"))
        .containsExactly("past its time, not sent");
    assertThat(smtp.received).isEmpty();
  }

  @Test
  void whatGetsTooMuchInAnHourWaits() {
    queue.add("ok@a.example", 5);
    start();

    eventually(
        () ->
            assertThat(queue.ask("SELECT attempts FROM delivery WHERE last_answer LIKE 'held%'"))
                .containsExactly("0", "0"));
    eventually(() -> assertThat(queue.count("sent", "ok@%")).isEqualTo(3));
    assertThat(queue.count("pending", "ok@%")).isEqualTo(2);
    assertThat(smtp.received).hasSize(3);
  }

  @Test
  void whatBelongsTogetherIsOneMail() {
    UUID bundle = UUID.randomUUID();
    for (String text : List.of("first", "second", "third")) {
      queue.add(Lane.ORDINARY, "ok@a.example", 1, text, bundle, Duration.ofDays(3));
    }
    start();

    eventually(() -> assertThat(queue.count("sent", "ok@%")).isEqualTo(3));
    assertThat(smtp.received).hasSize(1);
    assertThat(smtp.received.get(0).text()).contains("first", "second", "third");
  }

  @Test
  void twoSendersSendEachOnce() {
    queue.add("ok#@a.example", 150);
    queue.add("ok#@b.example", 150);
    queue.add("gone#@b.example", 20);
    start();
    Sender second = Sender.on(queue.database, smtp, compose);
    try {
      eventually(() -> assertThat(queue.count("pending", "%")).isZero());
    } finally {
      second.close();
    }

    assertThat(queue.count("sent", "%") + queue.count("parked", "%")).isEqualTo(320);
    assertThat(queue.count("parked", "gone%")).isEqualTo(20);
    assertThat(smtp.received)
        .hasSize(300)
        .extracting(RudeSmtp.Received::recipient)
        .doesNotHaveDuplicates();
  }

  private void start() {
    sender = Sender.on(queue.database, smtp, compose);
  }

  private static void eventually(ThrowingRunnable expectation) {
    await().atMost(Duration.ofSeconds(60)).untilAsserted(expectation);
  }
}
