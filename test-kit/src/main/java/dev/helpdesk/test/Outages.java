package dev.helpdesk.test;

import java.io.IOException;
import java.util.Properties;

/** Takes the database or the broker away and gives it back. */
public final class Outages {
  /** Something that may fail, as a type that all class loaders share. */
  private interface Act {
    void run() throws IOException;
  }

  private Outages() {}

  static void share(Infrastructure infrastructure) {
    put("database.cut", infrastructure.database::cut);
    put("database.hang", infrastructure.database::hang);
    put("database.restore", infrastructure.database::restore);
    put("kafka.stop", infrastructure.kafka::stop);
    put("kafka.start", infrastructure.kafka::start);
  }

  private static void put(String name, Act act) {
    Properties shared = System.getProperties();
    Runnable runnable =
        () -> {
          try {
            act.run();
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        };
    shared.put("helpdesk.test." + name, runnable);
  }

  private static void run(String name) {
    ((Runnable) System.getProperties().get("helpdesk.test." + name)).run();
  }

  /** Refuses and drops all connections to the database while the work runs. */
  public static void withoutDatabase(Runnable work) {
    during("database.cut", "database.restore", work);
  }

  /** The database takes connections but does not answer while the work runs. */
  public static void withHangingDatabase(Runnable work) {
    during("database.hang", "database.restore", work);
  }

  /** The broker is stopped while the work runs. */
  public static void withoutKafka(Runnable work) {
    during("kafka.stop", "kafka.start", work);
  }

  private static void during(String begin, String end, Runnable work) {
    run(begin);
    try {
      work.run();
    } finally {
      run(end);
    }
  }
}
