package dev.helpdesk.system;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One system for all tests that do no harm to it; started by the first that asks for it. */
final class SharedStack implements ParameterResolver {
  /** The system and what listens to its traces. */
  record Running(RunningStack stack, TraceCollector collector, Client client)
      implements AutoCloseable {
    static Running start() {
      try {
        TraceCollector collector = TraceCollector.start();
        Map<String, String> settings = new HashMap<>(collector.settings());
        settings.put("HELPDESK_RATE_LIMIT_PUBLIC_REQUESTS", "100000");
        RunningStack stack = RunningStack.start(settings);
        return new Running(stack, collector, new Client(stack.gateway(), stack.inbox()));
      } catch (IOException e) {
        throw new IllegalStateException("The system did not start", e);
      }
    }

    @Override
    public void close() throws IOException {
      stack.close();
      collector.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Running.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
  }
}
