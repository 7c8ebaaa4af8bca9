package dev.helpdesk.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.security.Caller;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One effect for a creating request, however often it is sent. Call it inside the transaction of
 * the effect and after the checks of who may see and do it, so that nobody learns from a replay
 * what they may no longer see.
 */
@ApplicationScoped
public class Idempotency {
  private final ObjectMapper json;
  private final Caller caller;
  private final RoutingContext context;

  Idempotency(ObjectMapper json, Caller caller, RoutingContext context) {
    this.json = json;
    this.caller = caller;
    this.context = context;
  }

  /** Whether the caller sent a key at all; a malformed one is refused. */
  public boolean isAsked() {
    return key() != null;
  }

  /**
   * Within the present Hibernate transaction. The command is what "the same body" is judged by;
   * write-only fields of it do not count.
   */
  public <V> Uni<Created<V>> once(Object command, Supplier<Uni<Created<V>>> effect) {
    return isAsked()
        ? Panache.getSession().chain(session -> once(new SessionStore(session), command, effect))
        : effect.get();
  }

  /** Within a transaction of the reactive client. */
  public <V> Uni<Created<V>> once(
      SqlConnection transaction, Object command, Supplier<Uni<Created<V>>> effect) {
    return isAsked() ? once(new ConnectionStore(transaction), command, effect) : effect.get();
  }

  private <V> Uni<Created<V>> once(
      IdempotencyStore store, Object command, Supplier<Uni<Created<V>>> effect) {
    String scope =
        Fingerprint.of(who(), context.request().method().name(), path(), String.valueOf(key()));
    String body = Fingerprint.of(text(command));
    return store
        .lock(scope)
        .chain(free -> free ? store.find(scope) : inFlight())
        .chain(
            first ->
                first == null
                    ? effect.get().call(created -> store.add(scope, record(body, created)))
                    : Uni.createFrom().item(() -> repeat(first, body)));
  }

  private <V> IdempotencyStore.Recorded record(String body, Created<V> created) {
    return new IdempotencyStore.Recorded(body, created.location(), text(created.view()));
  }

  private @Nullable String key() {
    return IdempotencyKey.parse(context.request().getHeader(IdempotencyKey.HEADER));
  }

  private <V> Created<V> repeat(IdempotencyStore.Recorded first, String body) {
    if (!first.body().equals(body)) {
      throw new ProblemException(
          CommonError.IDEMPOTENCY_KEY_REUSED,
          "This Idempotency-Key came with another body before.");
    }
    JsonNode original = parse(first.answer());
    if (prefersReplay()) {
      return Created.replayed(first.location(), original);
    }
    throw new ProblemException(
            CommonError.DUPLICATE_REQUEST, "This request was made before; nothing was done again.")
        .with("original", original)
        .header("Location", first.location());
  }

  private static <T> Uni<T> inFlight() {
    return Uni.createFrom()
        .failure(
            new ProblemException(
                CommonError.DUPLICATE_REQUEST,
                "The first request with this key is still running."));
  }

  private boolean prefersReplay() {
    return String.join(",", context.request().headers().getAll("Prefer"))
        .toLowerCase(Locale.ROOT)
        .replace(" ", "")
        .contains("handling=lenient");
  }

  private String who() {
    return caller.find().map(actor -> actor.id().toString()).orElseGet(caller::address);
  }

  private String path() {
    return context.normalizedPath();
  }

  private String text(@Nullable Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A command or view that cannot be written", e);
    }
  }

  private JsonNode parse(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored answer that cannot be read", e);
    }
  }
}
