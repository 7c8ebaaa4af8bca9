package dev.helpdesk.ticketing.sla;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.helpdesk.kit.sql.Rows;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The policies of the spaces; one that was never set is the default. */
@ApplicationScoped
public class SlaPolicies {
  /** Of the space s, as read below. */
  public static final String COLUMNS = "sp.terms::text, sp.version";

  public static final String JOIN = "LEFT JOIN sla_policy sp ON sp.space_id = s.id";

  private static final String FIND =
      "SELECT " + COLUMNS + " FROM space s " + JOIN + " WHERE s.id = $1";
  private static final String FIND_PAST =
      "SELECT terms::text, version FROM sla_policy WHERE space_id = $1 AND version = $2"
          + " UNION ALL"
          + " SELECT terms::text, version FROM sla_policy_past WHERE space_id = $1 AND version = $2";

  private final ObjectMapper json;
  private final Cache<Stored, SlaPolicy> known = Caffeine.newBuilder().maximumSize(1_000).build();

  SlaPolicies(ObjectMapper json) {
    this.json = json;
  }

  /** What is stored of a policy. */
  @RegisterForReflection
  public record Terms(Targets targets, @Nullable BusinessCalendar calendar) {
    public static final Terms DEFAULT = new Terms(Targets.DEFAULT, null);
  }

  private record Stored(String terms, int version) {}

  public Uni<SlaPolicy> of(SqlClient client, UUID spaceId) {
    return find(client, FIND, Tuple.of(spaceId));
  }

  /** As it was in that version. */
  public Uni<SlaPolicy> of(SqlClient client, UUID spaceId, int version) {
    return find(client, FIND_PAST, Tuple.of(spaceId, version));
  }

  private Uni<SlaPolicy> find(SqlClient client, String sql, Tuple values) {
    return client
        .preparedQuery(sql)
        .execute(values)
        .map(rows -> Rows.first(rows, row -> policy(row.getString(0), row.getInteger(1))))
        .onItem()
        .ifNull()
        .continueWith(SlaPolicy.DEFAULT);
  }

  /** From the columns above; both are null where no policy was ever set. */
  public SlaPolicy policy(@Nullable String terms, @Nullable Integer version) {
    int number = version == null ? 0 : version;
    return terms == null
        ? new SlaPolicy(Targets.DEFAULT, OpenHours.ALWAYS, number)
        : known.get(new Stored(terms, number), this::read);
  }

  private SlaPolicy read(Stored stored) {
    Terms terms = terms(stored.terms());
    return SlaPolicy.of(terms.targets(), terms.calendar(), stored.version());
  }

  public Terms terms(@Nullable String text) {
    try {
      return text == null ? Terms.DEFAULT : json.readValue(text, Terms.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A policy that cannot be read", e);
    }
  }

  public String text(Terms terms) {
    try {
      return json.writeValueAsString(terms);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A policy that cannot be written", e);
    }
  }
}
