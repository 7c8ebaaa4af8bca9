package dev.helpdesk.kit.sql;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reading what the reactive client answers. */
public final class Rows {
  private Rows() {}

  public static <T> List<T> all(RowSet<Row> rows, Function<Row, T> view) {
    List<T> all = new ArrayList<>(rows.size());
    rows.forEach(row -> all.add(view.apply(row)));
    return all;
  }

  /** The first row, null where there is none. */
  public static <T> @Nullable T first(RowSet<Row> rows, Function<Row, T> view) {
    RowIterator<Row> iterator = rows.iterator();
    return iterator.hasNext() ? view.apply(iterator.next()) : null;
  }

  public static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  public static @Nullable Instant findInstant(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  /** An instant as the driver takes it. */
  public static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  public static @Nullable OffsetDateTime timeOrNull(@Nullable Instant instant) {
    return instant == null ? null : time(instant);
  }
}
