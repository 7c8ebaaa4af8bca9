package dev.helpdesk.kit.outbox;

import dev.helpdesk.contracts.CloudEvent;
import dev.helpdesk.kit.web.Trace;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's own producer on a thread of its own, because its send() may wait for metadata. A plain
 * producer rather than a messaging channel: the relay must see each acknowledgement before it sends
 * the key's next event, and must run in tests that kill it.
 */
final class KafkaSender implements EventSender {
  private final Map<String, Object> settings;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread t = new Thread(task, "outbox-sender");
            t.setDaemon(true);
            return t;
          });
  private @Nullable Producer<String, String> producer;
  private volatile @Nullable Failure failure;

  private record Failure(Throwable cause, long at) {}

  KafkaSender(Map<String, Object> broker, Duration timeout) {
    this.settings = new HashMap<>(broker);
    int millis = (int) timeout.toMillis();
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Math.min(3000, millis));
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000);
  }

  @Override
  public Uni<Void> send(OutboxRow row) {
    return Uni.createFrom().emitter(emitter -> thread.execute(new Attempt(row, emitter)));
  }

  /** One event on its way; queued until the thread gets to it. */
  private final class Attempt implements Runnable {
    private final OutboxRow row;
    private final UniEmitter<? super Void> emitter;
    private final long asked = System.nanoTime();

    Attempt(OutboxRow row, UniEmitter<? super Void> emitter) {
      this.row = row;
      this.emitter = emitter;
    }

    /**
     * Whoever queued up behind an attempt that failed fails with it: each would wait in vain for
     * the same broker, one after the other, while the batch holds its lock.
     */
    @Override
    public void run() {
      Failure last = failure;
      if (last != null && last.at() - asked >= 0) {
        emitter.fail(last.cause());
        return;
      }
      try {
        connected().send(record(row), (metadata, cause) -> end(cause));
      } catch (RuntimeException e) {
        end(e);
      }
    }

    private void end(@Nullable Throwable cause) {
      if (cause == null) {
        emitter.complete(null);
      } else {
        failure = new Failure(cause, System.nanoTime());
        emitter.fail(cause);
      }
    }
  }

  /** Made at the first send: a broker that cannot be resolved yet must not stop the start. */
  private Producer<String, String> connected() {
    if (producer == null) {
      producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }
    return producer;
  }

  private static ProducerRecord<String, String> record(OutboxRow row) {
    ProducerRecord<String, String> record =
        new ProducerRecord<>(row.topic(), row.key(), row.payload());
    record.headers().add("content-type", bytes(CloudEvent.MEDIA_TYPE));
    if (row.traceparent() != null && Trace.idIn(row.traceparent()) != null) {
      record.headers().add("traceparent", bytes(row.traceparent()));
    }
    return record;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    thread.execute(
        () -> {
          if (producer != null) {
            producer.close(Duration.ofSeconds(2));
          }
        });
    thread.shutdown();
  }
}
