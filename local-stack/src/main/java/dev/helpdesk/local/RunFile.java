package dev.helpdesk.local;

import dev.helpdesk.local.infra.Liveness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What runs, as other processes can read it: one file per part in {@code .local/run}. A process id
 * is believed only together with the start time, for ids are used again.
 */
record RunFile(String part, long pid, Instant started, String port, String health) {

  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);
  private static final String SUFFIX = ".run";

  static Path folder(Settings settings) throws IOException {
    return Files.createDirectories(settings.folder().resolve("run"));
  }

  static RunFile of(String part, ProcessHandle process, String port, String health) {
    Instant started = process.info().startInstant().orElse(Instant.EPOCH);
    return new RunFile(part, process.pid(), started, port, health);
  }

  static List<RunFile> readAll(Settings settings) throws IOException {
    var files = new ArrayList<Path>();
    try (var stream = Files.newDirectoryStream(folder(settings), "*" + SUFFIX)) {
      stream.forEach(files::add);
    }
    var parts = new ArrayList<RunFile>();
    for (Path file : files) {
      parts.add(read(file));
    }
    return parts;
  }

  static Optional<RunFile> find(Settings settings, String part) throws IOException {
    return readAll(settings).stream().filter(file -> file.part().equals(part)).findFirst();
  }

  private static RunFile read(Path file) throws IOException {
    var values = new Properties();
    try (var in = Files.newInputStream(file)) {
      values.load(in);
    }
    return new RunFile(
        file.getFileName().toString().replace(SUFFIX, ""),
        Long.parseLong(values.getProperty("pid", "-1")),
        Instant.parse(values.getProperty("started", "1970-01-01T00:00:00Z")),
        values.getProperty("port", ""),
        values.getProperty("health", ""));
  }

  void write(Settings settings) throws IOException {
    var values = new Properties();
    values.put("pid", Long.toString(pid));
    values.put("started", started.toString());
    values.put("port", port);
    values.put("health", health);
    Path unfinished = folder(settings).resolve(part + ".part");
    try (var out = Files.newOutputStream(unfinished)) {
      values.store(out, null);
    }
    Files.move(unfinished, path(settings), StandardCopyOption.REPLACE_EXISTING);
  }

  void delete(Settings settings) throws IOException {
    Files.deleteIfExists(path(settings));
  }

  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid)
        .filter(Liveness::isRunning)
        .filter(
            process ->
                process
                    .info()
                    .startInstant()
                    .map(start -> within(Duration.between(start, started)))
                    .orElse(false));
  }

  private static boolean within(Duration difference) {
    return difference.abs().compareTo(CLOCK_TOLERANCE) < 0;
  }

  private Path path(Settings settings) throws IOException {
    return folder(settings).resolve(part + SUFFIX);
  }
}
