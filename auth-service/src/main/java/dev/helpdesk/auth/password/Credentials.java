package dev.helpdesk.auth.password;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table credential, always within the caller's session or transaction. */
@ApplicationScoped
public class Credentials {
  private static final String FIND = "SELECT hash FROM credential WHERE account_id = :account";
  private static final String SET =
      "INSERT INTO credential (account_id, hash) VALUES (:account, :hash)"
          + " ON CONFLICT (account_id) DO UPDATE SET hash = excluded.hash, changed_at = now()";

  public Uni<@Nullable String> find(UUID account) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(FIND, String.class)
                    .setParameter("account", account)
                    .getSingleResultOrNull());
  }

  public Uni<Void> set(UUID account, String hash) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(SET)
                    .setParameter("account", account)
                    .setParameter("hash", hash)
                    .executeUpdate())
        .replaceWithVoid();
  }
}
