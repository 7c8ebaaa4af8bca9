package dev.helpdesk.auth;

import io.quarkus.arc.Arc;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks behind the API, and turns clocks that tests cannot wait for. */
public final class Database {
  private Database() {}

  public static List<Row> rows(String sql, Object... values) {
    List<Row> rows = new ArrayList<>();
    pool()
        .preparedQuery(sql)
        .execute(Tuple.from(values))
        .await()
        .atMost(Duration.ofSeconds(10))
        .forEach(rows::add);
    return rows;
  }

  public static void run(String sql, Object... values) {
    rows(sql, values);
  }

  /** As if the codes of an address had been sent two minutes earlier. */
  public static void letTheMinutePass(String email) {
    run(
        "UPDATE otp SET sent_at = ARRAY(SELECT t - interval '2 minutes' FROM unnest(sent_at) t)"
            + " WHERE email = $1",
        email);
  }

  private static Pool pool() {
    return Arc.container().instance(Pool.class).get();
  }
}
