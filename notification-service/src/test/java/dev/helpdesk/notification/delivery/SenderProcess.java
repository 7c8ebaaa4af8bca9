package dev.helpdesk.notification.delivery;

import dev.helpdesk.notification.mail.TestMail;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A sender in a process of its own, which dies without a word when it has passed a step for the
 * n-th time: {@code <postgresql url> <smtp port> [<step> <n>]}.
 */
final class SenderProcess {
  private SenderProcess() {}

  /** Where it dies: with mails claimed, with one accepted but not recorded, with one recorded. */
  enum Step {
    CLAIMED,
    ACCEPTED,
    RECORDED
  }

  public static void main(String[] arguments) throws InterruptedException {
    Step victim = arguments.length == 2 ? null : Step.valueOf(arguments[2]);
    int time = victim == null ? 0 : Integer.parseInt(arguments[3]);
    new Sender(
        arguments[0],
        Integer.parseInt(arguments[1]),
        TestMail.bareWords(),
        (pool, settings) -> new Mortal(pool, settings, victim, time));
    new CountDownLatch(1).await();
  }

  private static final class Mortal extends DeliveryQueue {
    private final Step victim;
    private final int time;
    private final AtomicInteger passed = new AtomicInteger();

    Mortal(Pool pool, DeliverySettings settings, Step victim, int time) {
      super(pool, settings);
      this.victim = victim;
      this.time = time;
    }

    private void pass(Step step) {
      if (step == victim && passed.incrementAndGet() == time) {
        Runtime.getRuntime().halt(137);
      }
    }

    @Override
    Uni<Collection<DueMail>> claim(Lane lane, int most, int perDomain, Map<String, Integer> busy) {
      return super.claim(lane, most, perDomain, busy)
          .invoke(mails -> mails.forEach(mail -> pass(Step.CLAIMED)));
    }

    @Override
    Uni<Void> sent(DueMail mail, String answer) {
      pass(Step.ACCEPTED);
      return super.sent(mail, answer).invoke(() -> pass(Step.RECORDED));
    }
  }
}
