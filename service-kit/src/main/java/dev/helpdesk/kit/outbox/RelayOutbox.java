package dev.helpdesk.kit.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Carries the outbox to the broker as long as the process lives. */
@ApplicationScoped
public class RelayOutbox {
  private static final Logger LOG = Logger.getLogger(RelayOutbox.class);

  private final RelayLoop loop;
  private final EventSender sender;

  RelayOutbox(
      Vertx vertx,
      Pool pool,
      OutboxSettings settings,
      MeterRegistry meters,
      @Identifier("default-kafka-broker") Map<String, Object> broker) {
    this.sender = new CountingSender(new KafkaSender(broker, settings.sendTimeout()), meters);
    this.loop =
        new RelayLoop(vertx, new RelayBatch(pool, sender, settings.batch(), step -> {}), settings);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  /** There may be something to carry; cheap, from any thread. */
  public void wake() {
    loop.wake();
  }

  /** Ends the batch that is under way; what is left stays in the table for the next start. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    if (!loop.stop().await(5, TimeUnit.SECONDS)) {
      LOG.warn("The relay was still sending; its batch will be sent again at the next start");
    }
    sender.close();
  }
}
