package dev.helpdesk.test;

import io.restassured.RestAssured;

/** Takes the database or the broker away and gives it back. */
public final class Outages {
  private Outages() {}

  /** Refuses and drops all connections to the database while the work runs. */
  public static void withoutDatabase(Runnable work) {
    during("/database/cut", "/database/restore", work);
  }

  /** The database takes connections but does not answer while the work runs. */
  public static void withHangingDatabase(Runnable work) {
    during("/database/hang", "/database/restore", work);
  }

  /** The broker is stopped while the work runs. */
  public static void withoutKafka(Runnable work) {
    during("/kafka/stop", "/kafka/start", work);
  }

  private static void during(String begin, String end, Runnable work) {
    post(begin);
    try {
      work.run();
    } finally {
      post(end);
    }
  }

  private static void post(String path) {
    RestAssured.given()
        .baseUri(System.getProperty("helpdesk.test.control"))
        .post(path)
        .then()
        .statusCode(204);
  }
}
