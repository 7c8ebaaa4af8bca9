package dev.helpdesk.kit.sample;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Listens to what one logger says while a test runs. */
public final class Heard extends Handler implements AutoCloseable {
  private final Logger logger;
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  private Heard(String logger) {
    this.logger = Logger.getLogger(logger);
    this.logger.addHandler(this);
  }

  public static Heard from(Class<?> logger) {
    return new Heard(logger.getName());
  }

  public int count() {
    return records.size();
  }

  @Override
  public void publish(LogRecord record) {
    records.add(record);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
