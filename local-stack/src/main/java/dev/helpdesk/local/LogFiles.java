package dev.helpdesk.local;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import org.slf4j.LoggerFactory;

/** One log file per part; what the parts inside this process log is sorted by logger. */
final class LogFiles {

  private static final long MAX_BYTES = 10_000_000;

  // Held here, because a logger that nobody holds forgets its handlers.
  private static final List<Logger> SORTED = new ArrayList<>();

  private LogFiles() {}

  static void open(Settings settings) throws IOException {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n");
    LogManager.getLogManager().reset();
    // Before several threads want it at once.
    LoggerFactory.getILoggerFactory();
    Logger root = Logger.getLogger("");
    root.setLevel(Level.WARNING);
    root.addHandler(toFile(settings.log("stack")));
    Handler kafka = toFile(settings.log("kafka"));
    sort(kafka, "kafka", "org.apache.kafka", "state.change.logger");
    sort(toFile(settings.log("gateway")), "dev.helpdesk.local.gateway");
    sort(toFile(settings.log("inbox")), "dev.helpdesk.local.infra", "com.icegreen");
  }

  /** Sets a file aside that has grown too long; one old copy is kept. */
  static Path rotated(Path log) throws IOException {
    Files.createDirectories(log.getParent());
    if (Files.exists(log) && Files.size(log) > MAX_BYTES) {
      Path old = log.resolveSibling(log.getFileName() + ".1");
      Files.move(log, old, StandardCopyOption.REPLACE_EXISTING);
    }
    return log;
  }

  static List<String> lastLines(Path log, int count) throws IOException {
    if (Files.notExists(log)) {
      return List.of();
    }
    // Not readAllLines: one broken byte in a log must not hide why something failed.
    var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    List<String> all = lines.lines().toList();
    return all.subList(Math.max(0, all.size() - count), all.size());
  }

  private static void sort(Handler handler, String... loggers) {
    for (String name : loggers) {
      Logger logger = Logger.getLogger(name);
      logger.setUseParentHandlers(false);
      logger.addHandler(handler);
      SORTED.add(logger);
    }
  }

  private static Handler toFile(Path log) throws IOException {
    var out = new FileOutputStream(rotated(log).toFile(), true);
    return new StreamHandler(out, new SimpleFormatter()) {
      @Override
      public synchronized void publish(LogRecord record) {
        super.publish(record);
        flush();
      }
    };
  }
}
