package dev.helpdesk.auth.token;

import dev.helpdesk.auth.token.SigningKey.State;
import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.ProblemException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The life of keys: the first one, and the next one when an administrator says so. */
@ApplicationScoped
class KeyService {
  private static final Logger LOG = Logger.getLogger(KeyService.class);

  /** A key with the halves that this replica has of it. */
  private record Halves(String kid, String publicPem, @Nullable String privatePem) {}

  private final KeyTable table;
  private final KeyFiles files;
  private final TokenSettings settings;

  KeyService(KeyTable table, KeyFiles files, TokenSettings settings) {
    this.table = table;
    this.files = files;
    this.settings = settings;
  }

  void ensureKey(@Observes StartupEvent event) {
    table
        .alone(this::addFirst)
        .onFailure(ProblemException.class)
        .transform(refusal -> new ConfigurationException(refusal.getMessage()))
        .await()
        .atMost(Duration.ofSeconds(60));
    requireOneToSignWith(table.read().await().atMost(Duration.ofSeconds(60)));
  }

  /** A forgotten mount stops the start rather than each sign-in. */
  private void requireOneToSignWith(List<SigningKey> keys) {
    Set<String> mounted = files.areMounted() ? files.read().keySet() : Set.of();
    if (keys.stream().noneMatch(k -> k.signs() && (k.hasPrivate() || mounted.contains(k.kid())))) {
      throw new ConfigurationException(
          "helpdesk.jwt.keys-dir has none of the keys that sign: "
              + keys.stream().filter(SigningKey::signs).map(SigningKey::kid).toList());
    }
  }

  private Uni<KeyView> addFirst(SqlConnection transaction) {
    return table
        .read(transaction)
        .chain(
            keys ->
                keys.isEmpty()
                    ? add(transaction, keys, Duration.ZERO)
                    : Uni.createFrom().nullItem());
  }

  Uni<List<SigningKey>> list() {
    return table.read();
  }

  /** Takes a new key up: it is published at once and signs a little later. */
  Uni<KeyView> rotate() {
    return table.alone(this::addNext);
  }

  private Uni<KeyView> addNext(SqlConnection transaction) {
    return table
        .read(transaction)
        .invoke(KeyService::refuseWhileOneWaits)
        .chain(keys -> add(transaction, keys, settings.keyLead()));
  }

  private static void refuseWhileOneWaits(List<SigningKey> keys) {
    if (keys.stream().anyMatch(key -> key.state() == State.NEXT)) {
      throw new ProblemException(CommonError.CONFLICT, "A new key is on its way already.");
    }
  }

  private Uni<KeyView> add(SqlConnection transaction, List<SigningKey> known, Duration lead) {
    return onWorker(() -> files.areMounted() ? mounted(known) : generated())
        .invoke(key -> LOG.infof("Signing key %s is taken up", key.kid()))
        .chain(key -> table.add(transaction, key.kid(), key.publicPem(), key.privatePem(), lead));
  }

  private static Halves generated() {
    KeyPair pair = Pem.generate();
    return new Halves(
        UUID.randomUUID().toString(), Pem.of(pair.getPublic()), Pem.of(pair.getPrivate()));
  }

  /** Only forwards: an older file that was never taken up is no next key. */
  private Halves mounted(List<SigningKey> known) {
    Map.Entry<String, String> newest = files.read().lastEntry();
    boolean isNew =
        newest != null
            && known.stream()
                .filter(key -> !key.hasPrivate())
                .allMatch(key -> key.kid().compareTo(newest.getKey()) < 0);
    if (!isNew) {
      throw new ProblemException(
          CommonError.CONFLICT, "Mount a new key in helpdesk.jwt.keys-dir first.");
    }
    return new Halves(newest.getKey(), Pem.of(publicHalf(newest)), null);
  }

  private static PublicKey publicHalf(Map.Entry<String, String> file) {
    try {
      return Pem.publicHalf(Pem.privateKey(file.getValue()));
    } catch (IllegalStateException e) {
      throw new ProblemException(
          CommonError.CONFLICT,
          "%s.pem in helpdesk.jwt.keys-dir is no RSA key of at least 2048 bits in PKCS #8."
              .formatted(file.getKey()));
    }
  }

  /** Comes back to the caller's event loop, where the transaction lives. */
  private static <T> Uni<T> onWorker(Supplier<T> work) {
    var context = Vertx.currentContext();
    return Uni.createFrom()
        .item(work)
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .emitOn(task -> context.runOnContext(x -> task.run()));
  }
}
