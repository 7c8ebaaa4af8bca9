package dev.helpdesk.ticketing.search;

import dev.helpdesk.contracts.user.Role;
import dev.helpdesk.kit.page.Listing;
import dev.helpdesk.kit.page.Lists;
import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.page.Sort;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.ticketing.space.SeenSpace;
import dev.helpdesk.ticketing.space.SpaceSight;
import dev.helpdesk.ticketing.space.Spaces;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Full-text search over what the actor sees, best hits first. */
@ApplicationScoped
class FullText {
  /** So many of the newest hits are ranked; a word that stands everywhere finds no more. */
  static final int MOST = 5_000;

  private static final Sort BEST_FIRST = new Sort("h.score", "real", true);
  private static final String COLUMNS =
      "h.comment, t.space_key, t.number, t.title, h.id,"
          + " COALESCE(c.body, t.description) AS text, h.score";
  private static final String QUERY = "to_tsquery('simple', $3)";
  private static final String MATCHES =
      "(d.words @@ " + QUERY + " AND querytree(" + QUERY + ") NOT IN ('', 'T'))";
  private static final String NAMED =
      "d.id = (SELECT k.id FROM ticket k WHERE k.space_key = $4 AND k.number = $5)";
  // The same as Standing.readsInternal; $6 is whether the actor is an agent everywhere.
  private static final String READS_INTERNAL =
      "($2 OR m.role IN ('owner', 'agent') OR ($6 AND s.visibility = 'internal'))";

  private final Pool pool;
  private final Spaces spaces;
  private final Lists lists;

  FullText(Pool pool, Spaces spaces, Lists lists) {
    this.pool = pool;
    this.spaces = spaces;
    this.lists = lists;
  }

  Uni<Page<SearchHit>> find(Actor actor, SearchQuery query, PageQuery page) {
    Set<HitType> types = HitType.of(query.type);
    Wanted wanted = Wanted.of(query.q == null ? "" : query.q);
    return inside(actor, query.space)
        .chain(space -> lists.read(listing(actor, wanted, types, space), page, hit(wanted)));
  }

  private Uni<@Nullable SeenSpace> inside(Actor actor, @Nullable String space) {
    return space == null ? Uni.createFrom().nullItem() : spaces.require(pool, actor, space);
  }

  /** Whatever the actor may not see is no candidate, so that it is neither counted nor ranked. */
  private static Listing listing(
      Actor actor, Wanted wanted, Set<HitType> types, @Nullable SeenSpace space) {
    Wanted.Key key = wanted.key();
    List<Object> first =
        new ArrayList<>(List.of(actor.id(), SpaceSight.seesAll(actor), wanted.tsquery()));
    first.addAll(List.of(key == null ? "" : key.space(), key == null ? 0 : key.number()));
    first.add(actor.role() == Role.AGENT);
    if (space != null) {
      first.add(space.id());
    }
    String from =
        "("
            + candidates(key != null, types, space != null)
            + ") h JOIN ticket t ON t.id = h.ticket_id"
            + " LEFT JOIN comment c ON h.comment AND c.id = h.id";
    return new Listing("search", COLUMNS, from, "h.id", "uuid", BEST_FIRST)
        .binding(first.toArray());
  }

  private static String candidates(boolean named, Set<HitType> types, boolean inSpace) {
    return "SELECT d.id, d.ticket_id, d.comment, (ts_rank(d.words, "
        + QUERY
        + ") + CASE WHEN NOT d.comment AND dt.space_key = $4 AND dt.number = $5 THEN 1 ELSE 0 END)::real AS score"
        + " FROM search_document d JOIN ticket dt ON dt.id = d.ticket_id"
        + " JOIN space s ON s.id = d.space_id "
        + SpaceSight.MEMBERSHIP
        + " WHERE "
        + (named ? "(" + MATCHES + " OR " + NAMED + ")" : MATCHES)
        + " AND dt.deleted_at IS NULL AND "
        + SpaceSight.VISIBLE
        + " AND (NOT d.internal OR "
        + READS_INTERNAL
        + ")"
        + (types.size() == 1 ? " AND d.comment = " + types.contains(HitType.COMMENT) : "")
        + (inSpace ? " AND d.space_id = $7" : "")
        + " ORDER BY d.id DESC LIMIT "
        + MOST;
  }

  private static Function<Row, SearchHit> hit(Wanted wanted) {
    return row -> hit(row, wanted);
  }

  private static SearchHit hit(Row row, Wanted wanted) {
    boolean comment = row.getBoolean("comment");
    String title = row.getString("title");
    String text = row.getString("text");
    String shown =
        !comment && !Highlight.has(text, wanted) && Highlight.has(title, wanted) ? title : text;
    return new SearchHit(
        comment ? HitType.COMMENT : HitType.TICKET,
        row.getString("space_key") + "-" + row.getInteger("number"),
        title,
        comment ? row.getUUID("id") : null,
        Highlight.of(shown, wanted),
        row.getFloat("score"));
  }
}
