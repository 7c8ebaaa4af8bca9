package dev.helpdesk.kit.problem;

import io.vertx.core.VertxException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeoutException;

/** Failures of what we depend on rather than of the request. */
public final class Outage {
  private Outage() {}

  public static boolean is(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof UnknownHostException
        || cause instanceof SocketException
        || cause instanceof ClosedChannelException
        || cause instanceof ClosedConnectionException
        || cause instanceof TimeoutException
        || cause instanceof io.smallrye.mutiny.TimeoutException
        || isPoolFull(cause);
  }

  /** The pool says so only in words: it has no type of its own for a full queue or a time-out. */
  private static boolean isPoolFull(Throwable cause) {
    String message = cause.getMessage();
    return message != null
        && (cause instanceof VertxException
            || cause.getClass().getSimpleName().startsWith("NoStackTrace")
            || cause.getClass().getName().startsWith("io.vertx."))
        && (message.contains("max wait queue size")
            || message.contains("Timeout")
            || message.contains("Connection")
            || message.contains("closed"));
  }
}
