package dev.helpdesk.kit.problem;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL's SQLSTATE means for a caller. */
final class DatabaseFailure {
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

  private DatabaseFailure() {}

  static @Nullable ProblemException translate(PgException failure, Map<String, ErrorCode> known) {
    return translate(failure.getSqlState(), failure.getConstraint(), known);
  }

  /** As Hibernate wraps it: the constraint stands in the message only. */
  static @Nullable ProblemException translate(SQLException failure, Map<String, ErrorCode> known) {
    Matcher quoted = QUOTED.matcher(String.valueOf(failure.getMessage()));
    String constraint = null;
    while (quoted.find() && constraint == null) {
      constraint = known.containsKey(quoted.group(1)) ? quoted.group(1) : null;
    }
    return translate(failure.getSQLState(), constraint, known);
  }

  private static @Nullable ProblemException translate(
      @Nullable String sqlState, @Nullable String constraint, Map<String, ErrorCode> known) {
    String state = sqlState == null ? "" : sqlState;
    ErrorCode code = constraint == null ? null : known.get(constraint);
    if (code != null) {
      return new ProblemException(code, code.title() + ".");
    }
    if (state.equals("23505")) {
      return new ProblemException(CommonError.CONFLICT, "Something like this exists already.");
    }
    return isPassing(state)
        ? ProblemException.unavailable("The database is busy or restarting; try again.")
        : null;
  }

  /** Connection lost, shutting down, too many connections, deadlock, serialisation, time-outs. */
  private static boolean isPassing(String state) {
    return state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57P")
        || state.equals("57014")
        || state.equals("40001")
        || state.equals("40P01")
        || state.equals("55P03");
  }
}
