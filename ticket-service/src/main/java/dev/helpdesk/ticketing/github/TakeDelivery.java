package dev.helpdesk.ticketing.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.FieldError;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.sql.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a webhook: genuine, of interest, once, and in one transaction with its effect. */
@ApplicationScoped
class TakeDelivery {
  private static final ObjectMapper LENIENT = new ObjectMapper();
  private static final String REMEMBER =
      "INSERT INTO inbox (consumer, event_id) VALUES ('github', $1) ON CONFLICT DO NOTHING";

  private final WebhookSignature signature;
  private final Transactions transactions;
  private final SpaceRepositories repositories;
  private final IssueLinks issues;
  private final ApplyDelivery apply;
  private final GithubSettings settings;

  TakeDelivery(
      WebhookSignature signature,
      Transactions transactions,
      SpaceRepositories repositories,
      IssueLinks issues,
      ApplyDelivery apply,
      GithubSettings settings) {
    this.signature = signature;
    this.transactions = transactions;
    this.repositories = repositories;
    this.issues = issues;
    this.apply = apply;
    this.settings = settings;
  }

  Uni<Void> take(byte[] body, @Nullable String sign, @Nullable String event, @Nullable String id) {
    signature.require(body, sign);
    if (event == null || event.isBlank()) {
      throw new ProblemException(
          CommonError.FIELD_REQUIRED,
          "X-GitHub-Event is required",
          List.of(FieldError.required("X-GitHub-Event")));
    }
    Delivery delivery = Delivery.of(event, id, read(body), settings.allowedHosts());
    return delivery == null ? Uni.createFrom().voidItem() : take(delivery);
  }

  private static JsonNode read(byte[] body) {
    try {
      JsonNode json = LENIENT.readTree(body);
      if (json != null && json.isObject()) {
        return json;
      }
      throw new ProblemException(CommonError.MALFORMED_REQUEST, "The body must be a JSON object.");
    } catch (IOException e) {
      throw new ProblemException(CommonError.MALFORMED_REQUEST, "The body is not valid JSON.");
    }
  }

  /** Whoever stood in the way, another delivery or a change here, is done after a moment. */
  private Uni<Void> take(Delivery delivery) {
    return Uni.createFrom()
        .deferred(() -> transactions.run(transaction -> once(transaction, delivery)))
        .onFailure(failure -> !(failure instanceof ProblemException))
        .retry()
        .withBackOff(Duration.ofMillis(50), Duration.ofMillis(500))
        .atMost(4);
  }

  private Uni<Void> once(SqlConnection transaction, Delivery delivery) {
    return repositories
        .spaceOf(transaction, delivery.issueId().repository())
        .chain(
            space ->
                isOurs(transaction, delivery, space)
                    .chain(
                        ours ->
                            ours
                                ? take(transaction, delivery, space)
                                : Uni.createFrom().voidItem()));
  }

  /** Of a repository that belongs to no space, only linked issues are. */
  private Uni<Boolean> isOurs(SqlConnection transaction, Delivery delivery, @Nullable UUID space) {
    return space != null
        ? Uni.createFrom().item(true)
        : issues
            .links()
            .tickets(transaction, delivery.issueId())
            .chain(
                linked ->
                    linked.isEmpty()
                        ? waiting(transaction, delivery)
                        : Uni.createFrom().item(true));
  }

  private Uni<Boolean> waiting(SqlConnection transaction, Delivery delivery) {
    UUID marker = delivery.issue().marker();
    return marker == null
        ? Uni.createFrom().item(false)
        : issues
            .creations()
            .waitingFor(transaction, marker, delivery.issueId().repository())
            .map(ticket -> ticket != null);
  }

  private Uni<Void> take(SqlConnection transaction, Delivery delivery, @Nullable UUID space) {
    return remember(transaction, delivery)
        .chain(
            fresh ->
                fresh ? apply.apply(transaction, delivery, space) : Uni.createFrom().voidItem());
  }

  private static Uni<Boolean> remember(SqlConnection transaction, Delivery delivery) {
    return delivery.id() == null
        ? Uni.createFrom().item(true)
        : transaction
            .preparedQuery(REMEMBER)
            .execute(Tuple.of(delivery.id()))
            .map(done -> done.rowCount() == 1);
  }
}
