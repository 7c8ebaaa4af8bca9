package dev.helpdesk.notification.deadletter;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.helpdesk.contracts.Topics;
import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.FailureTranslator;
import dev.helpdesk.kit.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Keeps what any service's consumer set aside, so that operators see it and can send it again. */
@ApplicationScoped
class DeadLetterConsumer {
  private static final String KEEP =
      "INSERT INTO dead_letter (id, topic, partition, record_offset, key, value, reason, created_at)"
          + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING";
  private static final int LONGEST_REASON = 200;

  private final Pool pool;
  private final FailureTranslator failures;

  DeadLetterConsumer(Pool pool, FailureTranslator failures) {
    this.pool = pool;
    this.failures = failures;
  }

  /** What cannot even be kept is left in the topic; an outage of the database is waited out. */
  @Incoming("dead-letters")
  Uni<Void> consume(ConsumerRecord<String, String> record) {
    return Uni.createFrom()
        .deferred(() -> keep(record))
        .onFailure(this::isPassing)
        .retry()
        .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(5))
        .indefinitely();
  }

  private boolean isPassing(Throwable failure) {
    return failures.translate(failure).code() == CommonError.SERVICE_UNAVAILABLE;
  }

  private Uni<Void> keep(ConsumerRecord<String, String> record) {
    String topic = header(record, "dead-letter-topic", record.topic());
    String reason = header(record, "dead-letter-reason", "unknown");
    return pool.preparedQuery(KEEP)
        .execute(
            Tuple.from(
                new @Nullable Object[] {
                  UuidCreator.getTimeOrderedEpoch(),
                  topic,
                  Integer.parseInt(header(record, "dead-letter-partition", "-1")),
                  Long.parseLong(
                      header(record, "dead-letter-offset", Long.toString(record.offset()))),
                  storable(record.key()),
                  topic.equals(Topics.OTPS) ? null : storable(record.value()),
                  reason.substring(0, Math.min(reason.length(), LONGEST_REASON)),
                  Rows.time(Instant.ofEpochMilli(record.timestamp()))
                }))
        .replaceWithVoid();
  }

  /** No text of the database holds a NUL; what does is no event either. */
  private static @Nullable String storable(@Nullable String text) {
    return text == null || text.indexOf(0) >= 0 ? null : text;
  }

  private static String header(ConsumerRecord<String, String> record, String name, String other) {
    Header header = record.headers().lastHeader(name);
    return header == null ? other : new String(header.value(), StandardCharsets.UTF_8);
  }
}
