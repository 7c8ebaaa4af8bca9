package dev.helpdesk.auth;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Settings as they are read, without a service. */
public final class Settings {
  private Settings() {}

  public static <T> T of(Class<T> mapping, Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(mapping)
        .withSources(new PropertiesConfigSource(values, "test", 100))
        .build()
        .getConfigMapping(mapping);
  }
}
