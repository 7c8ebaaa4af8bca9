package dev.helpdesk.auth.accesstoken;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.helpdesk.auth.account.AccountRepository;
import dev.helpdesk.auth.session.Secret;
import dev.helpdesk.kit.idempotency.Created;
import dev.helpdesk.kit.idempotency.Idempotency;
import dev.helpdesk.kit.page.Listing;
import dev.helpdesk.kit.page.Lists;
import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.page.Sort;
import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.kit.security.Scope;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;

/** What people do with their own tokens. */
@ApplicationScoped
class TokenService {
  private static final Sort OLDEST_FIRST = new Sort("created_at", "timestamptz", false);

  /** By which a scanner knows a secret that was left lying about. */
  private static final String PREFIX = "hdp_";

  private final TokenRepository tokens;
  private final AccountRepository accounts;
  private final Idempotency idempotency;
  private final Lists lists;

  TokenService(
      TokenRepository tokens, AccountRepository accounts, Idempotency idempotency, Lists lists) {
    this.tokens = tokens;
    this.accounts = accounts;
    this.idempotency = idempotency;
    this.lists = lists;
  }

  /** The secret is added to the answer last, so that no record of a repeat holds it. */
  Uni<Created<?>> create(Actor actor, CreateToken command) {
    refuseMoreThan(actor, command);
    String secret = PREFIX + Secret.next();
    return add(actor, command, Secret.hash(secret)).map(created -> withSecret(created, secret));
  }

  private static Created<?> withSecret(Created<TokenView> created, String secret) {
    TokenView view = created.view();
    return view == null ? created : Created.at(created.location(), NewTokenView.of(view, secret));
  }

  /** A token makes no token that may do more than itself. */
  private static void refuseMoreThan(Actor actor, CreateToken command) {
    for (String scope : command.scopes()) {
      if (actor.lacks(Scope.valueOf(scope.toUpperCase(Locale.ROOT)))) {
        throw new ProblemException(
            CommonError.FORBIDDEN, "This token does not have the scope " + scope + " itself.");
      }
    }
  }

  @WithTransaction
  Uni<Created<TokenView>> add(Actor actor, CreateToken command, byte[] hash) {
    return accounts
        .requireActing(actor)
        .chain(() -> idempotency.once(command, () -> insert(actor, command, hash)));
  }

  private Uni<Created<TokenView>> insert(Actor actor, CreateToken command, byte[] hash) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return tokens
        .persistAndFlush(new PersonalToken(id, actor.id(), command, hash, now))
        .map(token -> Created.at("/api/v1/users/me/tokens/" + id, token.view()));
  }

  Uni<Page<TokenView>> list(Actor actor, PageQuery page) {
    Listing listing =
        new Listing("tokens", TokenView.COLUMNS, "access_token", "id", "uuid", OLDEST_FIRST);
    listing.where("account_id = ?", actor.id());
    return lists.read(listing, page, TokenView::from);
  }

  @WithSession
  Uni<TokenView> get(Actor actor, UUID id) {
    return tokens.requireOwn(actor.id(), id).map(PersonalToken::view);
  }

  @WithTransaction
  Uni<Void> delete(Actor actor, UUID id) {
    return tokens.requireOwn(actor.id(), id).chain(tokens::delete);
  }
}
