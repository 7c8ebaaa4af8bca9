package dev.helpdesk.notification.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Sends what is due, each lane by itself. */
@ApplicationScoped
class SendPendingMail {
  private final DeliveryQueue queue;
  private final Map<Lane, LaneWork> lanes = new EnumMap<>(Lane.class);

  SendPendingMail(DeliveryQueue queue, SendMail mail, DeliverySettings settings) {
    this.queue = queue;
    Arrays.stream(Lane.values())
        .forEach(
            lane ->
                lanes.put(
                    lane,
                    new LaneWork(
                        lane,
                        settings.parallel(),
                        queue,
                        due -> mail.send(due, time -> of(lane).rest(time)))));
  }

  private LaneWork of(Lane lane) {
    LaneWork work = lanes.get(lane);
    if (work == null) {
      throw new IllegalStateException("A lane without work: " + lane);
    }
    return work;
  }

  void wake(Lane lane) {
    of(lane).look();
  }

  @Scheduled(every = "${helpdesk.delivery.poll:1s}")
  void look() {
    lanes.values().forEach(LaneWork::look);
  }

  @Scheduled(
      every = "${helpdesk.delivery.poll:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> parkPastTime() {
    return queue.parkPastTime().replaceWithVoid();
  }

  void stop(@Observes ShutdownEvent event) {
    lanes.values().forEach(LaneWork::stop);
  }
}
