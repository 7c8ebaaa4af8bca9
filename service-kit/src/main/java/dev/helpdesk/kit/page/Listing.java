package dev.helpdesk.kit.page;

import dev.helpdesk.kit.idempotency.Fingerprint;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A list in SQL: what it selects, from where, under which conditions, in which order. Texts come
 * from our code only; what a caller sent is always a parameter.
 */
public final class Listing {
  private final String name;
  private final String columns;
  private final String from;
  private final String id;
  private final String idType;
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();
  private final Sort sort;

  /** id is a unique, never null column, idType its SQL type. */
  public Listing(String name, String columns, String from, String id, String idType, Sort sort) {
    this.name = name;
    this.columns = columns;
    this.from = from;
    this.id = id;
    this.idType = idType;
    this.sort = sort;
  }

  /** Binds the first parameters, so that columns and joins can use $1 and so on. Call it first. */
  public Listing binding(Object... values) {
    if (!parameters.isEmpty()) {
      throw new IllegalStateException("The first parameters are bound already");
    }
    parameters.addAll(List.of(values));
    return this;
  }

  /**
   * A value that is another one at each request, such as the present time: it takes no part in what
   * a cursor is bound to.
   */
  public record Moving(Object value) {
    @Override
    public String toString() {
      return "moving";
    }
  }

  /** Adds a condition; each ? in it stands for one of the values. */
  public Listing where(String condition, Object... values) {
    StringBuilder sql = new StringBuilder();
    int next = 0;
    for (char c : condition.toCharArray()) {
      if (c == '?') {
        parameters.add(values[next++]);
        sql.append('$').append(parameters.size());
      } else {
        sql.append(c);
      }
    }
    if (next != values.length) {
      throw new IllegalArgumentException("A value too much for: " + condition);
    }
    conditions.add("(" + sql + ")");
    return this;
  }

  List<Object> parameters() {
    return parameters.stream().map(p -> p instanceof Moving moving ? moving.value() : p).toList();
  }

  /** All rows in the list's order and the values that they need; for exports. */
  public String all() {
    return "SELECT " + columns + " FROM " + from + conditions() + order(sort.descending());
  }

  public Tuple values() {
    return Tuple.from(parameters());
  }

  private String conditions() {
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  String count() {
    return "SELECT count(*) FROM " + from + conditions();
  }

  /** A page by number; offset and limit follow the parameters. */
  String page() {
    int n = parameters.size();
    return select()
        + conditions()
        + order(sort.descending())
        + " LIMIT $%d OFFSET $%d".formatted(n + 1, n + 2);
  }

  /**
   * A page from a place; the place's values, if it has any, and the limit follow the parameters.
   */
  String page(Cursor cursor) {
    boolean down = sort.descending() != cursor.backward();
    int n = parameters.size();
    if (cursor.id() == null) {
      return select() + conditions() + order(down) + " LIMIT $%d".formatted(n + 1);
    }
    String place =
        "(%s, %s) %s (CAST(CAST($%d AS text) AS %s), CAST(CAST($%d AS text) AS %s))"
            .formatted(sort.expression(), id, down ? "<" : ">", n + 1, sort.type(), n + 2, idType);
    return select()
        + conditions()
        + (conditions.isEmpty() ? " WHERE " : " AND ")
        + place
        + order(down)
        + " LIMIT $%d".formatted(n + 3);
  }

  private String select() {
    return "SELECT %s, CAST(%s AS text) AS cursor_sort, CAST(%s AS text) AS cursor_id FROM %s"
        .formatted(columns, sort.expression(), id, from);
  }

  private String order(boolean down) {
    String direction = down ? " DESC" : " ASC";
    return " ORDER BY " + sort.expression() + direction + ", " + id + direction;
  }

  /** An array's own text names the object, not what is in it. */
  private static String text(Object value) {
    return value instanceof Object[] values ? Arrays.deepToString(values) : String.valueOf(value);
  }

  /** What a cursor is bound to. */
  String fingerprint() {
    String values = parameters.stream().map(Listing::text).collect(Collectors.joining("\u0001"));
    return Fingerprint.of(name, String.join("\u0001", conditions), values, sort.toString());
  }
}
