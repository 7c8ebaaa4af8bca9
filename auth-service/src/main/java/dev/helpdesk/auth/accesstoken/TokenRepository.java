package dev.helpdesk.auth.accesstoken;

import dev.helpdesk.kit.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Personal access tokens, within the caller's session or transaction. */
@ApplicationScoped
class TokenRepository implements PanacheRepositoryBase<PersonalToken, UUID> {
  Uni<@Nullable PersonalToken> findByHash(byte[] hash) {
    return find("hash", hash).firstResult();
  }

  /** Somebody else's is as good as none. */
  Uni<PersonalToken> requireOwn(UUID account, UUID id) {
    return find("id = ?1 and account = ?2", id, account)
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(ProblemException::notFound);
  }
}
