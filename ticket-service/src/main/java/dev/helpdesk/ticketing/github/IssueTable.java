package dev.helpdesk.ticketing.github;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.helpdesk.kit.outbox.EventJson;
import dev.helpdesk.kit.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * What we know of issues. Whoever has to do with an issue locks its row first and tickets after it.
 */
@ApplicationScoped
class IssueTable {
  private static final String LOCK =
      "INSERT INTO github_issue (repository, number) VALUES ($1, $2)"
          + " ON CONFLICT (repository, number) DO UPDATE SET number = excluded.number"
          + " RETURNING state, state_at, content, content_at, written_at, sent, filed";
  private static final String SAVE =
      "UPDATE github_issue SET state = $3, state_at = $4, content = $5, content_at = $6,"
          + " written_at = $7, sent = $8, filed = $9 WHERE repository = $1 AND number = $2";

  Uni<IssueState> lock(SqlConnection transaction, IssueId issue) {
    return transaction
        .preparedQuery(LOCK)
        .execute(Tuple.of(issue.repository().key(), issue.number()))
        .map(rows -> state(rows.iterator().next()));
  }

  Uni<Void> save(SqlConnection transaction, IssueId issue, IssueState state) {
    return transaction
        .preparedQuery(SAVE)
        .execute(
            Tuple.from(
                new Object[] {
                  issue.repository().key(),
                  issue.number(),
                  state.state,
                  Rows.timeOrNull(state.stateAt),
                  text(state.content),
                  Rows.timeOrNull(state.contentAt),
                  Rows.timeOrNull(state.writtenAt),
                  text(state.sent),
                  state.filed
                }))
        .replaceWithVoid();
  }

  private static IssueState state(Row row) {
    IssueState state = new IssueState();
    state.state = row.getString(0);
    state.stateAt = Rows.findInstant(row, "state_at");
    state.content = read(row.getString(2), IssueContent.class);
    state.contentAt = Rows.findInstant(row, "content_at");
    state.writtenAt = Rows.findInstant(row, "written_at");
    state.sent = read(row.getString(5), IssueState.Sent.class);
    state.filed = row.getBoolean(6);
    return state;
  }

  private static <T> @Nullable T read(@Nullable String text, Class<T> type) {
    try {
      return text == null ? null : EventJson.MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored issue that cannot be read", e);
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    try {
      return value == null ? null : EventJson.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An issue that cannot be written", e);
    }
  }
}
