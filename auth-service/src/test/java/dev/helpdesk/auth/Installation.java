package dev.helpdesk.auth;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;

/**
 * The service as an operator installs it: keys mounted, an administrator in the configuration, no
 * demo users, hashes that take their time on one thread.
 */
public final class Installation implements QuarkusTestProfile {
  public static final String ADMIN = "root@example.org";
  public static final String ADMIN_PASSWORD = "First-Admin-1843";

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "helpdesk.jwt.keys-dir", keys().toString(),
        "helpdesk.admin.email", " Root@Example.org",
        "helpdesk.admin.password", ADMIN_PASSWORD,
        "helpdesk.demo-users", "false",
        "helpdesk.password.cost", "11",
        "helpdesk.password.threads", "1",
        "helpdesk.password.queue", "2");
  }

  private static Path keys() {
    try {
      Path directory = Files.createTempDirectory("keys");
      mount(directory, "2026-01-a");
      mount(directory, "2026-02-b");
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A key as openssl writes it. */
  public static void mount(Path directory, String kid) throws IOException {
    try {
      byte[] key = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate().getEncoded();
      String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
      Files.writeString(
          directory.resolve(kid + ".pem"),
          "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has RSA", e);
    }
  }

  public static Person admin() {
    return Person.signIn(ADMIN, ADMIN_PASSWORD);
  }
}
