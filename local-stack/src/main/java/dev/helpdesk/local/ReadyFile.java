package dev.helpdesk.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Tells waiting processes that all is healthy: the stack's process id on the first line, then what
 * to show to a person.
 */
final class ReadyFile {

  private ReadyFile() {}

  static void write(Settings settings, String text) throws IOException {
    Path unfinished = RunFile.folder(settings).resolve("ready.part");
    Files.writeString(unfinished, ProcessHandle.current().pid() + "\n" + text);
    Files.move(unfinished, path(settings), StandardCopyOption.REPLACE_EXISTING);
  }

  static boolean exists(Settings settings) throws IOException {
    return Files.exists(path(settings));
  }

  static void delete(Settings settings) throws IOException {
    Files.deleteIfExists(path(settings));
  }

  private static Path path(Settings settings) throws IOException {
    return RunFile.folder(settings).resolve("ready");
  }
}
