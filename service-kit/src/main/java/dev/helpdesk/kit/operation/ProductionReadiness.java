package dev.helpdesk.kit.operation;

import io.quarkus.arc.All;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Stops a start in production that would be unsafe, and names each setting that is. Quarkus prints
 * a configuration failure as one line, without a stack trace.
 */
@ApplicationScoped
class ProductionReadiness {
  private static final int FIRST = Interceptor.Priority.PLATFORM_BEFORE - 1;

  private final List<UnsafeSetting> settings;

  ProductionReadiness(@All List<UnsafeSetting> settings) {
    this.settings = settings;
  }

  /** Before anything is scheduled, so that the refusal is all that is said. */
  void check(@Observes @Priority(FIRST) StartupEvent event) {
    if (LaunchMode.current() == LaunchMode.NORMAL && !isLocal()) {
      refuseUnsafe(
          Stream.concat(settings.stream(), CommonUnsafeSettings.in(ConfigProvider.getConfig())));
    }
  }

  static void refuseUnsafe(Stream<UnsafeSetting> settings) {
    String complaints =
        settings
            .map(UnsafeSetting::complaint)
            .flatMap(Optional::stream)
            .sorted()
            .collect(Collectors.joining("; "));
    if (!complaints.isEmpty()) {
      throw new ConfigurationException("Unsafe in production: " + complaints);
    }
  }

  private static boolean isLocal() {
    return ConfigUtils.getProfiles().contains("local");
  }
}
