package dev.helpdesk.local;

import dev.helpdesk.local.infra.Databases;
import dev.helpdesk.local.infra.RandomSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What only this machine knows, made once and readable by its owner alone. */
record Secrets(Map<String, String> passwords, Map<String, Map<String, String>> keys) {

  /** Keys that a service signs or hashes with, by service and variable. */
  private static final Map<String, String> KEYS =
      Map.of("auth", "HELPDESK_OTP_KEY", "notification", "HELPDESK_UNSUBSCRIBE_KEY");

  static Secrets of(Path folder) throws IOException {
    Path file = folder.resolve("secrets");
    var secrets = new Properties();
    if (Files.exists(file)) {
      try (var in = Files.newInputStream(file)) {
        secrets.load(in);
      }
    }
    boolean complete = names().allMatch(secrets::containsKey);
    if (!complete) {
      names().forEach(name -> secrets.putIfAbsent(name, RandomSecret.next()));
      save(file, secrets);
    }
    return new Secrets(passwords(secrets), keys(secrets));
  }

  private static Stream<String> names() {
    return Stream.concat(
        Databases.SERVICES.stream().map(Secrets::password), KEYS.values().stream());
  }

  private static String password(String service) {
    return service + ".password";
  }

  private static Map<String, String> passwords(Properties secrets) {
    return Databases.SERVICES.stream()
        .collect(
            Collectors.toMap(
                Function.identity(), service -> secrets.getProperty(password(service))));
  }

  private static Map<String, Map<String, String>> keys(Properties secrets) {
    return KEYS.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                key -> Map.of(key.getValue(), secrets.getProperty(key.getValue()))));
  }

  private static void save(Path file, Properties secrets) throws IOException {
    Files.createDirectories(file.getParent());
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var lines = new TreeMap<String, String>();
    secrets.stringPropertyNames().forEach(name -> lines.put(name, secrets.getProperty(name)));
    Path unfinished = Files.createTempFile(file.getParent(), "secrets", ".part", ownerOnly);
    Files.write(
        unfinished, lines.entrySet().stream().map(l -> l.getKey() + "=" + l.getValue()).toList());
    Files.move(
        unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
