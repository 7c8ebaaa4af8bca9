package dev.helpdesk.auth.token;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Private keys that the operator mounts, by key id: the file's name without .pem. Blocks. */
@ApplicationScoped
class KeyFiles {
  private static final String SUFFIX = ".pem";

  private final Optional<Path> directory;

  KeyFiles(TokenSettings settings) {
    this.directory = settings.keysDir();
  }

  boolean areMounted() {
    return directory.isPresent();
  }

  /** In the order of their names, so that a date in the name makes the newest the last. */
  TreeMap<String, String> read() {
    TreeMap<String, String> keys = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory.orElseThrow())) {
      for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
        String name = file.getFileName().toString();
        keys.put(name.substring(0, name.length() - SUFFIX.length()), Files.readString(file));
      }
    } catch (IOException e) {
      throw new ConfigurationException("helpdesk.jwt.keys-dir cannot be read: " + e);
    }
    return keys;
  }
}
