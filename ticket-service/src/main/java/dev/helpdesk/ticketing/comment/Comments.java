package dev.helpdesk.ticketing.comment;

import dev.helpdesk.kit.page.Listing;
import dev.helpdesk.kit.page.Lists;
import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.page.Sort;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.sql.Rows;
import dev.helpdesk.ticketing.directory.PersonView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Reads comments of a ticket that the reader sees; internal ones only for those who may. */
@ApplicationScoped
public class Comments {
  private static final int SHOWN = 50;
  private static final Sort IN_ORDER = new Sort("c.position", "bigint", false);
  private static final String COLUMNS =
      "c.id, c.author_id, COALESCE(p.name, ''), COALESCE(p.email, ''), c.internal, c.created_at,"
          + " c.body, c.version, c.edited_at";
  private static final String FROM = "comment c LEFT JOIN person p ON p.id = c.author_id";
  private static final String VISIBLE =
      "c.ticket_id = $1 AND c.deleted_at IS NULL AND (NOT c.internal OR $2)";
  private static final String SELECT = "SELECT " + COLUMNS + " FROM " + FROM + " WHERE " + VISIBLE;

  private final Lists lists;

  Comments(Lists lists) {
    this.lists = lists;
  }

  /** The newest ones, oldest of them first. */
  public Uni<List<CommentView>> newest(SqlClient client, UUID ticketId, boolean internalToo) {
    return client
        .preparedQuery(SELECT + " ORDER BY c.position DESC LIMIT " + SHOWN)
        .execute(Tuple.of(ticketId, internalToo))
        .map(rows -> Rows.all(rows, row -> CommentView.from(comment(row))))
        .invoke(Collections::reverse);
  }

  Uni<Page<CommentView>> page(UUID ticketId, boolean internalToo, PageQuery page) {
    Listing listing = new Listing("comments", COLUMNS, FROM, "c.position", "bigint", IN_ORDER);
    listing.binding(ticketId, internalToo).where(VISIBLE);
    return lists.read(listing, page, row -> CommentView.from(comment(row)));
  }

  Uni<Comment> require(SqlClient client, UUID ticketId, boolean internalToo, UUID id) {
    return client
        .preparedQuery(SELECT + " AND c.id = $3")
        .execute(Tuple.of(ticketId, internalToo, id))
        .map(rows -> Rows.first(rows, Comments::comment))
        .onItem()
        .ifNull()
        .failWith(ProblemException::notFound);
  }

  private static Comment comment(Row row) {
    Comment comment =
        new Comment(
            row.getUUID(0),
            new PersonView(row.getUUID(1), row.getString(2), row.getString(3)),
            row.getBoolean(4),
            row.getOffsetDateTime(5).toInstant(),
            row.getString(6));
    comment.version = row.getInteger(7);
    comment.editedAt = Rows.findInstant(row, "edited_at");
    return comment;
  }
}
