package dev.helpdesk.kit.problem;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.Map;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL's SQLSTATE means for a caller. */
final class DatabaseFailure {
  /** What a caller sent slipped through our checks and was refused by the column's type. */
  private static final String DATA_EXCEPTION = "22";

  private DatabaseFailure() {}

  /** Null where the failure is not the database's, or where nobody can do anything about it. */
  static @Nullable ProblemException translate(Throwable failure, Map<String, ErrorCode> known) {
    if (failure instanceof PgException pg) {
      return translate(pg.getSqlState(), pg.getConstraint(), known);
    }
    // Hibernate replaces the client's own exception by these two.
    if (failure instanceof ConstraintViolationException violation) {
      return translate(violation.getSQLState(), violation.getConstraintName(), known);
    }
    return failure instanceof SQLException sql ? translate(sql.getSQLState(), null, known) : null;
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
    if (state.startsWith(DATA_EXCEPTION)) {
      return new ProblemException(
          CommonError.VALIDATION_FAILED, "A value is not one that can be stored or compared.");
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
