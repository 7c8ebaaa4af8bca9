package dev.helpdesk.kit.security;

import dev.helpdesk.contracts.user.Role;
import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.ProblemException;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Lets a call through or not; runs just inside of Bean Validation. */
@Access
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_AFTER + 900)
class AccessGuard {
  private final Caller caller;
  private final RoutingContext context;

  AccessGuard(Caller caller, RoutingContext context) {
    this.caller = caller;
    this.context = context;
  }

  @AroundInvoke
  Object guard(InvocationContext call) throws Exception {
    Who who = AccessRules.of(call.getMethod());
    if (who.needsToken()) {
      check(caller.actor(), who);
    }
    return call.proceed();
  }

  private void check(Actor actor, Who who) {
    if (!actor.isAtLeast(Role.valueOf(who.name())) || actor.lacks(neededScope(who))) {
      throw new ProblemException(CommonError.FORBIDDEN, "The caller may not do this.");
    }
  }

  private Scope neededScope(Who who) {
    if (who == Who.ADMIN) {
      return Scope.ADMIN;
    }
    String method = context.request().method().name();
    return method.equals("GET") || method.equals("HEAD") ? Scope.READ : Scope.WRITE;
  }
}
