package dev.helpdesk.kit.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import dev.helpdesk.contracts.CloudEvent;
import dev.helpdesk.kit.outbox.EventJson;
import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.ErrorCode;
import dev.helpdesk.kit.problem.FailureTranslator;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Takes an event from the broker: once, in one transaction with its effect, or set aside. */
@ApplicationScoped
public class Inbox {
  private static final Logger LOG = Logger.getLogger(Inbox.class);

  private final InboxTransaction transaction;
  private final FailureTranslator failures;
  private final MeterRegistry meters;

  Inbox(InboxTransaction transaction, FailureTranslator failures, MeterRegistry meters) {
    this.transaction = transaction;
    this.failures = failures;
    this.meters = meters;
  }

  /**
   * Completes when the event's effect is committed or was before; waits out what passes by itself
   * (an outage of the database, a conflict with another writer); fails for what can never be
   * handled, so that the channel sets it aside.
   */
  public Uni<Void> take(
      String consumer, ConsumerRecord<String, String> record, List<? extends Handler<?>> handlers) {
    EventTrace.begin(record);
    Context context = Vertx.currentContext();
    return Uni.createFrom()
        .deferred(() -> dispatch(consumer, record, handlers))
        // A retry begins on a timer's thread, but Hibernate works on the event's own context only.
        .runSubscriptionOn(work -> context.runOnContext(x -> work.run()))
        .onFailure(this::isPassing)
        .invoke(failure -> LOG.warnf("%s waits: %s", consumer, failure.toString()))
        .onFailure(this::isPassing)
        .retry()
        .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(5))
        .indefinitely()
        .onFailure()
        .transform(failure -> poison(consumer, record, failure));
  }

  private Uni<Void> dispatch(
      String consumer, ConsumerRecord<String, String> record, List<? extends Handler<?>> handlers) {
    try {
      JsonNode envelope = EventJson.MAPPER.readTree(record.value());
      UUID id = UUID.fromString(envelope.path("id").asText());
      String type = envelope.path("type").asText();
      for (Handler<?> handler : handlers) {
        if (handler.type().equals(type)) {
          return apply(consumer, id, handler, envelope);
        }
      }
      return Uni.createFrom().voidItem();
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Uni.createFrom().failure(e);
    }
  }

  private <T> Uni<Void> apply(String consumer, UUID id, Handler<T> handler, JsonNode envelope)
      throws JsonProcessingException {
    JavaType type =
        EventJson.MAPPER.getTypeFactory().constructParametricType(CloudEvent.class, handler.data());
    CloudEvent<T> event = EventJson.MAPPER.treeToValue(envelope, type);
    return handler instanceof SqlEventHandler<T> sql
        ? transaction.onceOnClient(consumer, id, client -> sql.apply(client, event))
        : transaction.once(consumer, id, () -> ((EventHandler<T>) handler).apply(event));
  }

  /** An outage, or somebody else who wrote the same row at the same moment. */
  private boolean isPassing(Throwable failure) {
    ErrorCode code = failures.translate(failure).code();
    return code == CommonError.SERVICE_UNAVAILABLE || code == CommonError.OPTIMISTIC_LOCK;
  }

  private PoisonEventException poison(
      String consumer, ConsumerRecord<String, String> record, Throwable failure) {
    meters.counter("helpdesk.inbox.poison", "consumer", consumer).increment();
    LOG.errorf(
        failure,
        "%s sets an event aside: %s partition %d offset %d",
        consumer,
        record.topic(),
        record.partition(),
        record.offset());
    // The reason travels in a header of the dead letter: the kind of failure, never the content.
    return new PoisonEventException(failure.getClass().getSimpleName());
  }
}
