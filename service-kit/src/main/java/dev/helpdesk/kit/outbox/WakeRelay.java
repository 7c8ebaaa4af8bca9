package dev.helpdesk.kit.outbox;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/**
 * Wakes the relay right after a transaction that wrote an event; sits just outside of Panache's
 * own.
 */
@WithTransaction
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class WakeRelay {
  private final RelayOutbox relay;

  WakeRelay(RelayOutbox relay) {
    this.relay = relay;
  }

  @AroundInvoke
  Object wakeAfterCommit(InvocationContext call) throws Exception {
    if (!AfterCommit.enter()) {
      return call.proceed();
    }
    Object result = call.proceed();
    if (result instanceof Uni<?> uni) {
      return uni.onTermination().invoke(AfterCommit::leave).invoke(this::wakeIfWritten);
    }
    AfterCommit.leave();
    return result;
  }

  private void wakeIfWritten() {
    if (AfterCommit.takeMark()) {
      relay.wake();
    }
  }
}
