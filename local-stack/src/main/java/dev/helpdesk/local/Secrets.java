package dev.helpdesk.local;

import dev.helpdesk.local.infra.Databases;
import dev.helpdesk.local.infra.RandomSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The database passwords of this machine, made once and readable by their owner alone. */
final class Secrets {

  private Secrets() {}

  static Map<String, String> passwords(Path folder) throws IOException {
    Path file = folder.resolve("secrets");
    if (Files.notExists(file)) {
      create(file);
    }
    var secrets = new Properties();
    try (var in = Files.newInputStream(file)) {
      secrets.load(in);
    }
    return Databases.SERVICES.stream()
        .collect(
            Collectors.toMap(
                service -> service,
                service -> secrets.getProperty(service + ".password", RandomSecret.next())));
  }

  private static void create(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    String lines =
        Databases.SERVICES.stream()
            .map(service -> service + ".password=" + RandomSecret.next() + "\n")
            .collect(Collectors.joining());
    Path unfinished = Files.createTempFile(file.getParent(), "secrets", ".part", ownerOnly);
    Files.writeString(unfinished, lines);
    Files.move(unfinished, file);
  }
}
