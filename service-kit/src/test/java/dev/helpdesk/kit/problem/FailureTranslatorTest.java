package dev.helpdesk.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ConnectTimeoutException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.hibernate.StaleObjectStateException;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTranslatorTest {
  private final FailureTranslator translator =
      new FailureTranslator(List.of(() -> Map.of("uk_known", CommonError.DUPLICATE_REQUEST)));

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(ProblemException.notFound(), CommonError.NOT_FOUND),
        Arguments.of(new CompletionException(ProblemException.notFound()), CommonError.NOT_FOUND),
        Arguments.of(pg("23505", "uk_known"), CommonError.DUPLICATE_REQUEST),
        Arguments.of(
            new PersistenceException(pg("23505", "uk_known")), CommonError.DUPLICATE_REQUEST),
        Arguments.of(pg("23505", "uk_other"), CommonError.CONFLICT),
        Arguments.of(hibernate("23505", "uk_known"), CommonError.DUPLICATE_REQUEST),
        Arguments.of(hibernate("23505", "uk_other"), CommonError.CONFLICT),
        Arguments.of(new SQLException("deadlock", "40P01"), CommonError.SERVICE_UNAVAILABLE),
        Arguments.of(new SQLException("syntax", "42601"), CommonError.INTERNAL_SERVER_ERROR),
        Arguments.of(pg("23503", "fk_other"), CommonError.INTERNAL_SERVER_ERROR),
        Arguments.of(pg("42601", null), CommonError.INTERNAL_SERVER_ERROR),
        Arguments.of(pg("08006", null), CommonError.SERVICE_UNAVAILABLE),
        Arguments.of(pg("53300", null), CommonError.SERVICE_UNAVAILABLE),
        Arguments.of(pg("57P01", null), CommonError.SERVICE_UNAVAILABLE),
        Arguments.of(pg("57P03", null), CommonError.SERVICE_UNAVAILABLE),
        Arguments.of(pg("57014", null), CommonError.SERVICE_UNAVAILABLE),
        Arguments.of(pg("40001", null), CommonError.SERVICE_UNAVAILABLE),
        Arguments.of(pg("22P02", null), CommonError.VALIDATION_FAILED),
        Arguments.of(pg("40P01", null), CommonError.SERVICE_UNAVAILABLE),
        Arguments.of(pg("55P03", null), CommonError.SERVICE_UNAVAILABLE),
        Arguments.of(new ConnectException("refused"), CommonError.SERVICE_UNAVAILABLE),
        Arguments.of(new ConnectTimeoutException("slow"), CommonError.SERVICE_UNAVAILABLE),
        Arguments.of(new UnknownHostException("nowhere"), CommonError.SERVICE_UNAVAILABLE),
        Arguments.of(new TimeoutException(), CommonError.SERVICE_UNAVAILABLE),
        Arguments.of(new io.smallrye.mutiny.TimeoutException(), CommonError.SERVICE_UNAVAILABLE),
        Arguments.of(
            new HttpClosedException("Connection was closed"), CommonError.SERVICE_UNAVAILABLE),
        Arguments.of(new RejectedExecutionException(), CommonError.SERVICE_UNAVAILABLE),
        Arguments.of(
            new IllegalStateException(new ConnectException()), CommonError.SERVICE_UNAVAILABLE),
        Arguments.of(new OptimisticLockException(), CommonError.OPTIMISTIC_LOCK),
        Arguments.of(new StaleObjectStateException("Thing", 1), CommonError.OPTIMISTIC_LOCK),
        Arguments.of(new AuthenticationFailedException(), CommonError.TOKEN_INVALID),
        Arguments.of(new UnauthorizedException(), CommonError.TOKEN_INVALID),
        Arguments.of(new ForbiddenException(), CommonError.FORBIDDEN),
        Arguments.of(new NotFoundException(), CommonError.NOT_FOUND),
        Arguments.of(new WebApplicationException(418), CommonError.MALFORMED_REQUEST),
        Arguments.of(new WebApplicationException(500), CommonError.INTERNAL_SERVER_ERROR),
        Arguments.of(new HttpException(413), CommonError.PAYLOAD_TOO_LARGE),
        Arguments.of(new HttpException(414), CommonError.URI_TOO_LONG),
        Arguments.of(new HttpException(400, ProblemException.notFound()), CommonError.NOT_FOUND),
        Arguments.of(new IllegalArgumentException("bug"), CommonError.INTERNAL_SERVER_ERROR),
        Arguments.of(new NullPointerException(), CommonError.INTERNAL_SERVER_ERROR),
        Arguments.of(new StackOverflowError(), CommonError.INTERNAL_SERVER_ERROR));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void finds(Throwable failure, CommonError code) {
    ProblemException problem = translator.translate(failure);

    assertThat(problem.code()).isEqualTo(code);
    if (code == CommonError.SERVICE_UNAVAILABLE) {
      assertThat(problem.headers()).containsKey("Retry-After");
    }
  }

  private static ConstraintViolationException hibernate(String state, String constraint) {
    return new ConstraintViolationException(
        "secret", new SQLException("secret", state), constraint);
  }

  private static PgException pg(String state, String constraint) {
    return new PgException(
        "secret",
        "ERROR",
        state,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        constraint);
  }
}
