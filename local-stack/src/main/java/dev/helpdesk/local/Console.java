package dev.helpdesk.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What the stack says: to the terminal, and with a time to its log. */
final class Console {

  private final Path log;

  Console(Path log) throws IOException {
    Files.createDirectories(log.getParent());
    this.log = log;
  }

  void say(String line) {
    System.out.println(line);
    note(line);
  }

  void say(String part, String news) {
    say("%-13s %s".formatted(part, news));
  }

  private synchronized void note(String line) {
    String entry = Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + line + "\n";
    try {
      Files.writeString(log, entry, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
