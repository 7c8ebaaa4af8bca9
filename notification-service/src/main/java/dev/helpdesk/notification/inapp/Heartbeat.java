package dev.helpdesk.notification.inapp;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Keeps a stream visibly alive, from its first moment to the end of its time. */
@ApplicationScoped
class Heartbeat {
  private static final Logger LOG = Logger.getLogger(Heartbeat.class);

  private final Duration pause;

  Heartbeat(StreamSettings settings) {
    this.pause = settings.heartbeat();
  }

  /** A stream that fails just ends: the listener comes back and goes on where it was. */
  Multi<OutboundSseEvent> during(Multi<OutboundSseEvent> events, Duration time, Sse sse) {
    Multi<OutboundSseEvent> beats =
        Multi.createFrom()
            .ticks()
            .startingAfter(pause)
            .every(pause)
            .onOverflow()
            .drop()
            .map(tick -> beat(sse));
    Multi<OutboundSseEvent> all =
        Multi.createBy().merging().streams(Multi.createFrom().item(beat(sse)), events, beats);
    return all.select()
        .first(time.isNegative() ? Duration.ofMillis(1) : time)
        .onFailure()
        .invoke(failure -> LOG.debugf(failure, "A stream ended"))
        .onFailure()
        .recoverWithCompletion();
  }

  private static OutboundSseEvent beat(Sse sse) {
    return sse.newEventBuilder().comment("alive").build();
  }
}
