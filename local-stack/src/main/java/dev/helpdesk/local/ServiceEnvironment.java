package dev.helpdesk.local;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The environment variables of one service. */
final class ServiceEnvironment {

  private final Settings settings;
  private final Map<String, String> passwords;

  ServiceEnvironment(Settings settings, Map<String, String> passwords) {
    this.settings = settings;
    this.passwords = passwords;
  }

  /** The caller's word counts, except where one value cannot be right for all three services. */
  Map<String, String> of(Service service) throws StackFailure {
    var environment = new LinkedHashMap<>(usual());
    environment.putAll(settings.environment());
    environment.keySet().removeIf(ServiceEnvironment::isForTheStack);
    environment.putAll(wiring(service));
    return environment;
  }

  // The stack's own variables would look like settings of the services.
  private static boolean isForTheStack(String name) {
    return name.equals("HELPDESK_LOCAL_DIR")
        || name.equals("HELPDESK_SERVICE_JAVA_OPTS")
        || name.startsWith("HELPDESK_POSTGRES_")
        || name.startsWith("HELPDESK_KAFKA_")
        || name.matches("HELPDESK_[A-Z]+_PORT");
  }

  /** What holds for all services unless the caller says otherwise. */
  Map<String, String> usual() throws StackFailure {
    var usual = new LinkedHashMap<String, String>();
    usual.put("QUARKUS_PROFILE", "local");
    usual.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    // Quarkus 3.30.6 waits the whole time even when nothing is under way (quarkus#51915).
    usual.put("QUARKUS_SHUTDOWN_TIMEOUT", "1s");
    usual.put("QUARKUS_MAILER_HOST", "127.0.0.1");
    usual.put("QUARKUS_MAILER_PORT", Integer.toString(settings.port(StackPort.SMTP)));
    usual.put("HELPDESK_AUTH_URL", "http://127.0.0.1:" + settings.port(StackPort.AUTH));
    usual.put("HELPDESK_TRUSTED_PROXIES", "127.0.0.1,::1/128");
    usual.put("HELPDESK_PUBLIC_URL", "http://localhost:" + settings.port(StackPort.GATEWAY));
    return usual;
  }

  /** What makes this service this service. */
  Map<String, String> wiring(Service service) throws StackFailure {
    String user = service.part();
    String database = postgres() + "/" + user;
    var wiring = new LinkedHashMap<String, String>();
    wiring.put("QUARKUS_HTTP_PORT", Integer.toString(settings.port(service.port())));
    wiring.put("QUARKUS_DATASOURCE_USERNAME", user);
    wiring.put("QUARKUS_DATASOURCE_PASSWORD", passwords.getOrDefault(user, ""));
    wiring.put("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://" + database);
    wiring.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://" + database);
    wiring.put(
        "KAFKA_BOOTSTRAP_SERVERS",
        settings.ownKafka().orElse("127.0.0.1:" + settings.port(StackPort.KAFKA)));
    return wiring;
  }

  private String postgres() throws StackFailure {
    Optional<URI> own = settings.ownPostgres();
    return own.isPresent()
        ? own.get().getAuthority()
        : "127.0.0.1:" + settings.port(StackPort.POSTGRES);
  }
}
