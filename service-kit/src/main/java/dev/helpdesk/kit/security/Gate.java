package dev.helpdesk.kit.security;

import dev.helpdesk.kit.limit.RateLimits;
import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.ProblemException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * What every request to a resource passes before its body is read: the method says who may call it,
 * the caller is known as far as they can be, the limit is counted, no parameter is unknown. A bad
 * token is only refused later, by {@link AccessGuard}, after the shape of the request.
 */
class Gate {
  private final CurrentIdentityAssociation identity;
  private final Caller caller;
  private final RateLimits limits;

  Gate(CurrentIdentityAssociation identity, Caller caller, RateLimits limits) {
    this.identity = identity;
    this.caller = caller;
    this.limits = limits;
  }

  @ServerRequestFilter
  Uni<@Nullable Response> pass(ResourceInfo resource, RoutingContext context) {
    Method method = resource.getResourceMethod();
    Who who = AccessRules.find(method);
    if (who == null) {
      return Uni.createFrom()
          .failure(new ProblemException(CommonError.FORBIDDEN, "Nobody may call this."));
    }
    return resolveCaller(who)
        .chain(() -> limits.count(who, caller.limitKey(), caller.address(), context))
        .invoke(() -> KnownParameters.check(method, context))
        .replaceWith((Response) null);
  }

  private Uni<Void> resolveCaller(Who who) {
    if (who == Who.PROBE || who == Who.SIGNED) {
      return Uni.createFrom().voidItem();
    }
    return identity
        .getDeferredIdentity()
        .invoke(this::remember)
        .onFailure()
        .invoke(caller::failed)
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  private void remember(SecurityIdentity found) {
    if (found != null && found.getAttribute(Actor.class.getName()) instanceof Actor actor) {
      caller.is(actor);
    }
  }
}
