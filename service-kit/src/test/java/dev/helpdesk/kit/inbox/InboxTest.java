package dev.helpdesk.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.helpdesk.contracts.Topics;
import dev.helpdesk.kit.sample.Heard;
import dev.helpdesk.kit.sample.Ledger;
import dev.helpdesk.kit.sample.Things;
import dev.helpdesk.kit.sample.Together;
import dev.helpdesk.test.Broker;
import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Outages;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class InboxTest {
  @Inject Ledger ledger;
  @Inject InboxTransaction transaction;

  private final UUID id = UUID.randomUUID();
  private final String name = Things.freshName();
  private final String key = UUID.randomUUID().toString();

  @Test
  void aRedeliveredEventHasOneEffect() {
    for (int i = 0; i < 3; i++) {
      Broker.send(Topics.TICKETS, key, made(id, name));
    }

    awaitWhatComesAfter();
    assertThat(ledger.effectsOf(name)).hasSize(1);
  }

  @Test
  void deliveriesAtTheSameMomentHaveOneEffect() throws Exception {
    Together.call(8, this::deliver);

    assertThat(ledger.effectsOf(name)).hasSize(1);
  }

  @Test
  void aPoisonEventIsSetAsideAndTheRestGoesOn() {
    Broker.send(Topics.TICKETS, key, made(id, "poison"));
    Broker.send(Topics.TICKETS, key, made(UUID.randomUUID(), name));

    ledger.awaitEffectOf(name);
    String headers = headers(deadLetter(id.toString()));
    assertThat(headers).contains("dead-letter-reason=IllegalArgumentException");
    assertThat(headers).doesNotContain("cannot be handled");
  }

  @Test
  void whatIsNoEventIsSetAside() {
    List<String> rubbish =
        List.of("no json " + key, "[\"" + key + "\"]", "{\"id\":\"" + key + "x\"}");
    rubbish.forEach(text -> Broker.send(Topics.TICKETS, key, text));

    awaitWhatComesAfter();
    rubbish.forEach(text -> assertThat(deadLetter(text).value()).isEqualTo(text));
  }

  @Test
  void unknownTypesAndFieldsDoNoHarm() {
    Broker.send(Topics.TICKETS, key, made(id, name).replace("thing.made", "thing.sung"));
    awaitWhatComesAfter();
    assertThat(ledger.effectsOf(name)).isEmpty();

    String newer = made(id, name).replace("{\"", "{\"later\":{\"a\":[1]},\"");
    Broker.send(Topics.TICKETS, key, newer);
    awaitWhatComesAfter();
    assertThat(ledger.effectsOf(name)).hasSize(1);
  }

  @Test
  void anOutageOfTheDatabaseIsWaitedOut() {
    try (Heard inbox = Heard.from(Inbox.class)) {
      Outages.withoutDatabase(
          () -> {
            Broker.send(Topics.TICKETS, key, made(id, name));
            await().atMost(Duration.ofSeconds(30)).until(() -> inbox.count() >= 2);
          });
    }

    awaitWhatComesAfter();
    assertThat(ledger.effectsOf(name)).hasSize(1);
  }

  @Test
  void aConflictWithAnotherWriterIsTriedAgain() {
    String contended = "contended-" + name;
    Broker.send(Topics.TICKETS, key, made(id, contended));

    awaitWhatComesAfter();
    assertThat(ledger.effectsOf(contended)).hasSize(1);
  }

  @Test
  void deliveriesAtTheSameMomentHaveOneEffectOnTheClientToo() throws Exception {
    Together.call(8, () -> deliverOnClient(this::effectOnClient));

    assertThat(ledger.effectsOf(name)).hasSize(1);
  }

  @Test
  void anEffectThatFailsOnTheClientLeavesTheEventToBeHadAgain() {
    assertThatThrownBy(
            () ->
                deliverOnClient(
                    client ->
                        effectOnClient(client)
                            .chain(
                                () ->
                                    Uni.createFrom()
                                        .failure(new IllegalArgumentException("halfway")))))
        .hasRootCauseMessage("halfway");
    assertThat(ledger.effectsOf(name)).isEmpty();

    deliverOnClient(this::effectOnClient);
    assertThat(ledger.effectsOf(name)).hasSize(1);
  }

  private boolean deliverOnClient(Function<SqlConnection, Uni<Void>> effect) {
    try {
      VertxContextSupport.subscribeAndAwait(() -> transaction.onceOnClient("sample", id, effect));
      return true;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private Uni<Void> effectOnClient(SqlConnection client) {
    return client
        .preparedQuery("INSERT INTO effect (event_id, name) VALUES ($1, $2)")
        .execute(Tuple.of(id, name))
        .replaceWithVoid();
  }

  private boolean deliver() {
    try {
      VertxContextSupport.subscribeAndAwait(() -> transaction.once("sample", id, this::effect));
      return true;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private Uni<Void> effect() {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery("INSERT INTO effect (event_id, name) VALUES (:id, :name)")
                    .setParameter("id", id)
                    .setParameter("name", name)
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** One key's events are taken in order, so the effect of a later one tells of the earlier. */
  private void awaitWhatComesAfter() {
    String after = Things.freshName();
    Broker.send(Topics.TICKETS, key, made(UUID.randomUUID(), after));
    ledger.awaitEffectOf(after);
  }

  private static ConsumerRecord<String, String> deadLetter(String content) {
    return Broker.await(Topics.DEAD_LETTERS, 1, record -> record.value().contains(content)).get(0);
  }

  private static String headers(ConsumerRecord<String, String> record) {
    return StreamSupport.stream(record.headers().spliterator(), false)
        .map(h -> h.key() + "=" + new String(h.value(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"));
  }

  private static String made(UUID id, String name) {
    return """
        {"specversion":"1.0","id":"%s","source":"/helpdesk/test","type":"helpdesk.thing.made.v1",\
        "subject":"s","time":"2026-01-01T00:00:00Z","datacontenttype":"application/json",\
        "data":{"key":"k","name":"%s"}}"""
        .formatted(id, name);
  }
}
