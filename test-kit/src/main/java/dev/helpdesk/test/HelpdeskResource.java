package dev.helpdesk.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives a service under test a fresh database, the shared broker and inbox, and keys that {@link
 * Tokens} signs with. Use it once a module: {@code @QuarkusTestResource(HelpdeskResource.class)}.
 *
 * <p>What tests need of it travels in system properties, because tests and resources may live in
 * different class loaders.
 */
public final class HelpdeskResource implements QuarkusTestResourceLifecycleManager {
  private static final AtomicInteger COUNT = new AtomicInteger();

  @Override
  public Map<String, String> start() {
    Infrastructure infrastructure = Infrastructure.get();
    String database = "test" + COUNT.incrementAndGet();
    String owner = "ticket";
    try {
      infrastructure.postgres.createDatabase(database, owner);
    } catch (SQLException e) {
      throw new IllegalStateException("No database for the test", e);
    }
    share(infrastructure);
    return config(infrastructure, database, owner);
  }

  private static void share(Infrastructure infrastructure) {
    byte[] key = infrastructure.keys.pair.getPrivate().getEncoded();
    System.setProperty("helpdesk.test.key", Base64.getEncoder().encodeToString(key));
    System.setProperty(
        "helpdesk.test.public-key",
        Base64.getEncoder().encodeToString(infrastructure.keys.pair.getPublic().getEncoded()));
    System.setProperty("helpdesk.test.inbox", infrastructure.inbox.url());
    System.setProperty("helpdesk.test.kafka", infrastructure.kafka.bootstrapServers());
    System.setProperty("helpdesk.test.control", infrastructure.keys.url());
  }

  private static Map<String, String> config(
      Infrastructure infrastructure, String database, String owner) {
    String viaProxy = "127.0.0.1:" + infrastructure.database.port() + "/" + database;
    Map<String, String> config = new HashMap<>();
    config.put("quarkus.datasource.username", owner);
    config.put("quarkus.datasource.password", infrastructure.postgres.password(owner));
    config.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://" + viaProxy);
    config.put("quarkus.datasource.reactive.url", "postgresql://" + viaProxy);
    config.put("kafka.bootstrap.servers", infrastructure.kafka.bootstrapServers());
    config.put("quarkus.mailer.mock", "false");
    config.put("quarkus.mailer.host", "127.0.0.1");
    config.put("quarkus.mailer.port", Integer.toString(infrastructure.inbox.smtpPort()));
    config.put("helpdesk.auth.url", infrastructure.keys.url());
    config.put("quarkus.http.test-port", "0");
    return config;
  }

  /** The servers live as long as the JVM: the next test profile uses them again. */
  @Override
  public void stop() {}
}
