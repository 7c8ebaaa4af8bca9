package dev.helpdesk.ticketing.directory;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Runs after the kit's gate, which finds out who calls. */
class RememberCaller {
  private static final int AFTER_THE_GATE = 6_000;

  private final KnownCallers callers;

  RememberCaller(KnownCallers callers) {
    this.callers = callers;
  }

  @ServerRequestFilter(priority = AFTER_THE_GATE)
  Uni<@Nullable Response> remember() {
    return callers.remember().replaceWith((Response) null);
  }
}
