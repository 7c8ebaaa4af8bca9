package dev.helpdesk.kit.page;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads one page of a listing, whichever of the three ways the caller pages. */
@ApplicationScoped
public class Lists {
  private final Pool pool;

  Lists(Pool pool) {
    this.pool = pool;
  }

  public <T> Uni<Page<T>> read(Listing listing, PageQuery query, Function<Row, T> view) {
    return read(listing, query, view, () -> count(listing));
  }

  /** With a cheaper way to the number of rows than to count them. */
  public <T> Uni<Page<T>> read(
      Listing listing, PageQuery query, Function<Row, T> view, Supplier<Uni<Long>> total) {
    return query.cursor == null
        ? readCounted(listing, query, view, total.get())
        : readFrom(listing, query, Cursor.decode(listing.fingerprint(), query.cursor), view);
  }

  private Uni<Long> count(Listing listing) {
    return pool.preparedQuery(listing.count())
        .execute(Tuple.from(listing.parameters()))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  private <T> Uni<Page<T>> readCounted(
      Listing listing, PageQuery query, Function<Row, T> view, Uni<Long> total) {
    Tuple withRange = Tuple.from(new ArrayList<>(listing.parameters()));
    withRange.addInteger(query.limit()).addLong(query.skip());
    Uni<List<Row>> rows = pool.preparedQuery(listing.page()).execute(withRange).map(Lists::all);
    return Uni.combine()
        .all()
        .unis(total, rows)
        .asTuple()
        .map(
            both ->
                Page.counted(
                    query,
                    both.getItem2().stream().map(view).toList(),
                    both.getItem1(),
                    after(both.getItem2(), listing)));
  }

  private <T> Uni<Page<T>> readFrom(
      Listing listing, PageQuery query, Cursor cursor, Function<Row, T> view) {
    Tuple values = Tuple.from(new ArrayList<>(listing.parameters()));
    if (cursor.id() != null) {
      values.addString(cursor.sortValue()).addString(cursor.id());
    }
    values.addInteger(query.limit() + 1);
    return pool.preparedQuery(listing.page(cursor))
        .execute(values)
        .map(Lists::all)
        .map(rows -> fromPlace(listing, query.limit(), cursor, rows, view));
  }

  /** One row more than asked for was read: it tells whether there is more in that direction. */
  private static <T> Page<T> fromPlace(
      Listing listing, int limit, Cursor cursor, List<Row> rows, Function<Row, T> view) {
    boolean more = rows.size() > limit;
    List<Row> shown = new ArrayList<>(more ? rows.subList(0, limit) : rows);
    if (cursor.backward()) {
      Collections.reverse(shown);
    }
    boolean hasNext = cursor.backward() ? cursor.id() != null : more;
    boolean hasPrev = cursor.backward() ? more : cursor.id() != null;
    String next = hasNext ? after(shown, listing) : null;
    return new Page<>(
        shown.stream().map(view).toList(),
        limit,
        null,
        null,
        null,
        null,
        next,
        new Page.Turns(
            "cursor",
            null,
            hasPrev ? before(shown, listing) : null,
            next,
            Cursor.END.encode(listing.fingerprint())));
  }

  private static @Nullable String after(List<Row> rows, Listing listing) {
    return rows.isEmpty() ? null : place(false, rows.get(rows.size() - 1), listing);
  }

  private static @Nullable String before(List<Row> rows, Listing listing) {
    return rows.isEmpty() ? null : place(true, rows.get(0), listing);
  }

  private static String place(boolean backward, Row row, Listing listing) {
    return new Cursor(backward, row.getString("cursor_sort"), row.getString("cursor_id"))
        .encode(listing.fingerprint());
  }

  private static List<Row> all(RowSet<Row> found) {
    List<Row> rows = new ArrayList<>(found.rowCount());
    found.forEach(rows::add);
    return rows;
  }
}
