package dev.helpdesk.notification.delivery;

import dev.helpdesk.notification.mail.TicketNote;
import dev.helpdesk.notification.notice.NoticeType;
import dev.helpdesk.test.FreshDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** A queue of deliveries in a database of its own. */
final class Queue {
  private static final String ADD =
      "INSERT INTO delivery (id, event_id, type, recipient, domain, user_id, lane, status, attempts,"
          + " next_try_at, give_up_at, created_at, occurred_at, language, message_id, content, bundle)"
          + " SELECT gen_random_uuid(), gen_random_uuid(), 'ticket.commented', r,"
          + " split_part(r, '@', 2), gen_random_uuid(), ?, 'pending', 0, now() - ? * interval"
          + " '1 second', now() + ? * interval '1 second', now(), now(), 'en',"
          + " '<' || gen_random_uuid() || '@test>', ?, ? FROM (SELECT replace(?, '#', g::text) AS r"
          + " FROM generate_series(1, ?) g) x";

  final FreshDatabase database = FreshDatabase.create();

  Queue() {
    Flyway.configure()
        .dataSource(database.jdbcUrl(), database.user(), database.password())
        .locations("classpath:db/kit", "classpath:db/migration")
        .outOfOrder(true)
        .load()
        .migrate();
  }

  /** So many mails; a # in the recipient is the number of each. */
  void add(String recipient, int count) {
    add(Lane.ORDINARY, recipient, count, "text", null, Duration.ofDays(3));
  }

  void add(
      Lane lane,
      String recipient,
      int count,
      String text,
      @Nullable UUID bundle,
      Duration giveUpAfter) {
    try (Connection connection = database.connect();
        PreparedStatement insert = connection.prepareStatement(ADD)) {
      insert.setInt(1, lane.ordinal());
      // The bad ones are the oldest, so that they stand first in line.
      insert.setInt(2, recipient.startsWith("ok") ? 0 : 60);
      insert.setInt(3, (int) giveUpAfter.toSeconds());
      insert.setString(4, note(text));
      insert.setObject(5, bundle);
      insert.setString(6, recipient);
      insert.setInt(7, count);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String note(String text) {
    return new TicketNote(
            NoticeType.COMMENTED, "SA-1", "Title", "Bob", text, false, null, null, null, null)
        .json();
  }

  int count(String status, String recipientLike) {
    return ask(
            "SELECT count(*)::text FROM delivery WHERE status = '%s' AND recipient LIKE '%s'"
                .formatted(status, recipientLike))
        .stream()
        .mapToInt(Integer::parseInt)
        .sum();
  }

  List<String> ask(String sql) {
    try (Connection connection = database.connect();
        ResultSet rows = connection.createStatement().executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
