package dev.helpdesk.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What the caller's environment says about this run. */
record Settings(Path home, Map<String, String> environment) {

  Path folder() {
    return home.resolve(value("HELPDESK_LOCAL_DIR").orElse(".local")).toAbsolutePath();
  }

  Path log(String part) {
    return folder().resolve("logs").resolve(part + ".log");
  }

  Path postgresData() {
    return folder().resolve("postgres");
  }

  int port(StackPort port) throws StackFailure {
    String text = value(port.variable()).orElse(Integer.toString(port.usual()));
    try {
      int number = Integer.parseInt(text);
      if (number > 0 && number < 65536) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, together with numbers that are no ports.
    }
    throw new StackFailure(port.variable() + "=" + text + " is not a port");
  }

  /** A PostgreSQL server of the caller's own, as host and port. */
  Optional<URI> ownPostgres() throws StackFailure {
    Optional<String> address = value("HELPDESK_POSTGRES_URL");
    if (address.isEmpty()) {
      return Optional.empty();
    }
    var uri = URI.create("postgresql://" + address.get().replaceFirst("^[a-z:]+//", ""));
    if (uri.getHost() == null) {
      throw new StackFailure("HELPDESK_POSTGRES_URL must be host:port, not " + address.get());
    }
    return Optional.of(uri);
  }

  Optional<String> ownKafka() {
    return value("HELPDESK_KAFKA_BOOTSTRAP_SERVERS");
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
