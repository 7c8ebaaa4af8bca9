package dev.helpdesk.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.f4b6a3.uuid.UuidCreator;
import dev.helpdesk.contracts.CloudEvent;
import dev.helpdesk.contracts.Event;
import dev.helpdesk.kit.web.Trace;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/** Puts an event into the transaction of the change that it tells of. */
@ApplicationScoped
public class Outbox {
  private static final String COLUMNS =
      "INSERT INTO outbox (id, topic, key, payload, traceparent) VALUES ";

  private static final String SEVERAL =
      "INSERT INTO outbox (id, topic, key, payload, traceparent)"
          + " SELECT id, topic, key, payload, $5 FROM unnest($1::uuid[], $2::text[], $3::text[],"
          + " $4::text[]) WITH ORDINALITY AS e (id, topic, key, payload, n) ORDER BY n";

  private final String source;

  Outbox(@ConfigProperty(name = "quarkus.application.name") String service) {
    this.source = "/helpdesk/" + service;
  }

  /** Within the present Hibernate transaction; what it changed so far is written before. */
  public Uni<Void> add(String subject, Event event) {
    CloudEvent<Event> envelope = envelope(subject, event);
    return Panache.getSession()
        .chain(session -> session.flush().chain(() -> insert(session, envelope)))
        .invoke(AfterCommit::markWritten)
        .replaceWithVoid();
  }

  /** Within a transaction of the reactive client. */
  public Uni<Void> add(SqlConnection transaction, String subject, Event event) {
    return add(transaction, subject, List.of(event));
  }

  /** Several events in their order, within a transaction of the reactive client. */
  public Uni<Void> add(SqlConnection transaction, String subject, List<? extends Event> events) {
    if (events.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Entry> entries = events.stream().map(event -> prepare(subject, event)).toList();
    return transaction
        .preparedQuery(SEVERAL)
        .execute(
            Tuple.of(
                entries.stream().map(Entry::id).toArray(UUID[]::new),
                entries.stream().map(Entry::topic).toArray(String[]::new),
                entries.stream().map(Entry::key).toArray(String[]::new),
                entries.stream().map(Entry::payload).toArray(String[]::new),
                entries.get(0).traceparent()))
        .invoke(AfterCommit::markWritten)
        .replaceWithVoid();
  }

  /** A row of the table outbox, for a statement that writes it together with the change itself. */
  public record Entry(UUID id, String topic, String key, String payload, String traceparent) {}

  public Entry prepare(String subject, Event event) {
    CloudEvent<Event> envelope = envelope(subject, event);
    return new Entry(
        envelope.id(), event.topic(), event.key(), text(envelope), Trace.currentParent());
  }

  private static Uni<Integer> insert(Mutiny.Session session, CloudEvent<Event> envelope) {
    return session
        .createNativeQuery(COLUMNS + "(:id, :topic, :key, :payload, :traceparent)")
        .setParameter("id", envelope.id())
        .setParameter("topic", envelope.data().topic())
        .setParameter("key", envelope.data().key())
        .setParameter("payload", text(envelope))
        .setParameter("traceparent", Trace.currentParent())
        .executeUpdate();
  }

  private CloudEvent<Event> envelope(String subject, Event event) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return CloudEvent.of(id, source, event.type(), subject, now, event);
  }

  private static String text(CloudEvent<Event> envelope) {
    try {
      return EventJson.MAPPER.writeValueAsString(envelope);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An event that cannot be written: " + envelope.type(), e);
    }
  }
}
