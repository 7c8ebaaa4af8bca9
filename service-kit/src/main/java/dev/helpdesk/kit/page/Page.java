package dev.helpdesk.kit.page;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list as it goes over the wire, and what its Link header needs besides. */
@JsonPropertyOrder({"items", "limit", "total", "page", "pages", "nextOffset", "nextCursor"})
public record Page<T>(
    List<T> items,
    int limit,
    @Nullable Long total,
    @Nullable Long page,
    @Nullable Long pages,
    @Nullable Long nextOffset,
    @Nullable String nextCursor,
    @JsonIgnore Turns turns) {

  /** The parameters that lead to the other pages; null where there is none. */
  public record Turns(
      String parameter,
      @Nullable String first,
      @Nullable String prev,
      @Nullable String next,
      @Nullable String last) {}

  public <R> Page<R> map(Function<T, R> view) {
    return new Page<>(
        items.stream().map(view).toList(),
        limit,
        total,
        page,
        pages,
        nextOffset,
        nextCursor,
        turns);
  }

  static <T> Page<T> counted(
      PageQuery query, List<T> items, long total, @Nullable String nextCursor) {
    int limit = query.limit();
    long skip = query.skip();
    long pages = (total + limit - 1) / limit;
    boolean more = skip + items.size() < total && !items.isEmpty();
    return new Page<>(
        items,
        limit,
        total,
        skip / limit + 1,
        pages,
        more ? Long.valueOf(skip + limit) : null,
        more ? nextCursor : null,
        query.offset == null
            ? pageTurns(skip / limit + 1, pages, more)
            : offsetTurns(skip, limit, total, more));
  }

  private static Turns pageTurns(long page, long pages, boolean more) {
    return new Turns(
        "page",
        "1",
        page > 1 ? Long.toString(Math.min(page - 1, Math.max(pages, 1))) : null,
        more ? Long.toString(page + 1) : null,
        Long.toString(Math.max(pages, 1)));
  }

  private static Turns offsetTurns(long skip, int limit, long total, boolean more) {
    long last = total == 0 ? 0 : (total - 1) / limit * limit;
    return new Turns(
        "offset",
        "0",
        skip > 0 ? Long.toString(Math.min(Math.max(0, skip - limit), last)) : null,
        more ? Long.toString(skip + limit) : null,
        Long.toString(last));
  }
}
