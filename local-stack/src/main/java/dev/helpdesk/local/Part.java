package dev.helpdesk.local;

import java.io.IOException;
import java.sql.SQLException;

/** Something that the stack starts, looks after and stops. */
interface Part {

  String name();

  /** Comes back when the part can be talked to, or (a service) when it is on its way. */
  void start() throws IOException, SQLException, StackFailure;

  /** Also of a part that never started. */
  void stop() throws IOException;

  /** What {@code status} reads. */
  RunFile runFile();

  default boolean isHealthy() {
    return Health.isGood(runFile().health());
  }
}
