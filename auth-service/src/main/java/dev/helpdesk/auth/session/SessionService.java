package dev.helpdesk.auth.session;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.helpdesk.auth.session.Turnover.Continued;
import dev.helpdesk.auth.session.Turnover.Expired;
import dev.helpdesk.auth.session.Turnover.Reused;
import dev.helpdesk.auth.session.Turnover.Unknown;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens, continues and ends sessions, always within the caller's transaction. */
@ApplicationScoped
public class SessionService {
  private static final byte[] NO_PREDECESSOR = {};

  private final SessionRepository sessions;
  private final SessionSettings settings;

  SessionService(SessionRepository sessions, SessionSettings settings) {
    this.sessions = sessions;
    this.settings = settings;
  }

  public Uni<Session> open(UUID account) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    return sessions
        .open(id, account, settings.refreshTtl())
        .chain(() -> addToken(id, account, NO_PREDECESSOR));
  }

  /**
   * Replaces a refresh token. Commit whatever comes of it: that a dead token came back must end its
   * session although the request fails. By the key alone one may ask again for a lost answer.
   */
  public Uni<Turnover> turnOver(String refreshToken, @Nullable String key) {
    byte[] hash = Secret.hash(refreshToken);
    byte[] keyHash = hash(refreshToken, key);
    return sessions
        .lockAndRead(hash, keyHash, settings.refreshGrace())
        .chain(state -> state == null ? be(new Unknown()) : judge(state, hash, keyHash));
  }

  /** Over the token too, which makes the poorest key as good as it; without a key like no other. */
  private static byte[] hash(String refreshToken, @Nullable String key) {
    return Secret.hash(key == null ? Secret.next() : refreshToken + "\n" + key);
  }

  private Uni<Turnover> judge(RefreshTokenState state, byte[] hash, byte[] keyHash) {
    if (!state.sessionLives()) {
      return be(new Unknown());
    }
    if (state.used()) {
      return state.forgivable()
          ? sessions.forgive(hash).chain(() -> goOn(state, hash))
          : sessions.end(state.session()).chain(() -> be(new Reused(state.account())));
    }
    return state.expired()
        ? be(new Expired())
        : sessions.spend(hash, keyHash).chain(() -> goOn(state, hash));
  }

  private Uni<Turnover> goOn(RefreshTokenState state, byte[] hash) {
    return sessions
        .extend(state.session(), settings.refreshTtl())
        .chain(() -> addToken(state.session(), state.account(), hash))
        .map(Continued::new);
  }

  private Uni<Session> addToken(UUID session, UUID account, byte[] predecessor) {
    String secret = Secret.next();
    return sessions
        .addToken(Secret.hash(secret), session, predecessor, settings.refreshTtl())
        .map(x -> new Session(session, account, secret));
  }

  /**
   * Ends the session that a refresh token belongs to, live or dead; an unknown one ends nothing.
   */
  public Uni<Void> end(String refreshToken) {
    return sessions.endOfToken(Secret.hash(refreshToken));
  }

  public Uni<Void> end(UUID session) {
    return sessions.end(session);
  }

  public Uni<Void> endAll(UUID account) {
    return sessions.endAll(account, null);
  }

  /** Ends all but the one that the caller is in. */
  public Uni<Void> endOthers(UUID account, @Nullable UUID kept) {
    return sessions.endAll(account, kept);
  }

  private static Uni<Turnover> be(Turnover turnover) {
    return Uni.createFrom().item(turnover);
  }
}
