package dev.helpdesk.notification.deadletter;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** How many events were set aside and not sent again. */
@ApplicationScoped
class DeadLetterMeter {
  private final DeadLetters letters;
  private final AtomicLong waiting;

  DeadLetterMeter(DeadLetters letters, MeterRegistry meters) {
    this.letters = letters;
    this.waiting = meters.gauge("helpdesk.dead.letters", new AtomicLong());
  }

  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> measure() {
    return letters.waiting().invoke(waiting::set).onFailure().recoverWithNull().replaceWithVoid();
  }
}
