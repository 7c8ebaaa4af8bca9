package dev.helpdesk.kit.security;

import dev.helpdesk.kit.web.ClientAddress;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who makes the present request; resolved once, before the resource. */
@RequestScoped
public class Caller {
  private final String address;
  private @Nullable Actor actor;
  private @Nullable Throwable failure;

  protected Caller() {
    this.address = "";
  }

  @jakarta.inject.Inject
  Caller(RoutingContext context, ClientAddress addresses) {
    this.address = addresses.of(context.request());
  }

  void is(Actor known) {
    this.actor = known;
  }

  void failed(Throwable cause) {
    this.failure = cause;
  }

  /** The caller; whoever has none is refused with what was wrong with the token. */
  public Actor actor() {
    if (actor != null) {
      return actor;
    }
    throw failure instanceof RuntimeException known ? known : new UnauthorizedException();
  }

  public Optional<Actor> find() {
    return Optional.ofNullable(actor);
  }

  /** Where the request came from, as far as our proxies can be trusted to say so. */
  public String address() {
    return address;
  }

  /** The bucket that a limit counts into. */
  String limitKey() {
    return actor == null ? "ip:" + address : "user:" + actor.id();
  }
}
