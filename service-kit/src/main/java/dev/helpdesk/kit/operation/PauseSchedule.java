package dev.helpdesk.kit.operation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Begins no scheduled work while the service stops: its connections are about to be closed. */
@ApplicationScoped
class PauseSchedule {
  private final Scheduler scheduler;

  PauseSchedule(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  void pause(@Observes ShutdownEvent event) {
    scheduler.pause();
  }
}
