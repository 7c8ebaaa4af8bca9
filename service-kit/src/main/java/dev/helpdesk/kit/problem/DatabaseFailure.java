package dev.helpdesk.kit.problem;

import io.vertx.pgclient.PgException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL's SQLSTATE means for a caller. */
final class DatabaseFailure {
  private DatabaseFailure() {}

  static @Nullable ProblemException translate(PgException failure, Map<String, ErrorCode> known) {
    String state = failure.getSqlState() == null ? "" : failure.getSqlState();
    ErrorCode code = failure.getConstraint() == null ? null : known.get(failure.getConstraint());
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
