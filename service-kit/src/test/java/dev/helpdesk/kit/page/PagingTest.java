package dev.helpdesk.kit.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.kit.sample.Ledger;
import dev.helpdesk.kit.sample.Things;
import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;

/** Whichever way a caller pages, they see what a plain sorted list would show. */
@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class PagingTest {
  private static final int SAMPLES = 6;
  private static final String INSERT =
      "INSERT INTO thing (id, name, rank, owner_id, version)"
          + " SELECT id, ? || id, rank, id, 0 FROM unnest(?, ?) AS given (id, rank)";

  /** A few ranks only, so that most rows tie in the sort column. */
  private static final Arbitrary<Given> GIVEN =
      Combinators.combine(
              Arbitraries.integers().between(0, 3).list().ofMaxSize(23),
              Arbitraries.integers().between(2, 8),
              Arbitraries.of(true, false))
          .as(Given::new);

  @Inject Ledger ledger;

  private final String token = Tokens.user();

  /** The ranks of the rows, the size of a page, the direction. */
  record Given(List<Integer> ranks, int limit, boolean down) {}

  private record Made(UUID id, int rank) {}

  @Test
  void pagesAndOffsetsCutTheList() {
    forAll(
        (walk) -> {
          for (int skip = 0; skip <= walk.expected.size() + walk.limit; skip += walk.limit) {
            int page = skip / walk.limit + 1;
            assertThat(ids(walk.get("&page=" + page))).isEqualTo(walk.slice(skip));
            assertThat(ids(walk.get("&offset=" + skip))).isEqualTo(walk.slice(skip));
          }
          assertThat(ids(walk.get("&offset=1"))).isEqualTo(walk.slice(1));
        });
  }

  @Test
  void cursorsCutTheList() {
    forAll(
        walk -> {
          List<String> seen = new ArrayList<>();
          JsonPath page = walk.get("");
          seen.addAll(ids(page));
          while (page.getString("nextCursor") != null) {
            page = walk.get("&cursor=" + page.getString("nextCursor"));
            assertThat(ids(page)).hasSizeBetween(1, walk.limit);
            seen.addAll(ids(page));
          }
          assertThat(seen).isEqualTo(walk.expected);
        });
  }

  @Test
  void countsTellHowMuchThereIs() {
    forAll(
        walk -> {
          JsonPath page = walk.get("&page=1");
          int total = walk.expected.size();
          assertThat(page.getInt("total")).isEqualTo(total);
          assertThat(page.getInt("pages")).isEqualTo((total + walk.limit - 1) / walk.limit);
          assertThat(page.<Integer>get("nextOffset"))
              .isEqualTo(total > walk.limit ? Integer.valueOf(walk.limit) : null);
        });
  }

  private void forAll(Consumer<Walk> property) {
    JqwikSession.run(
        () -> GIVEN.sampleStream().limit(SAMPLES).forEach(g -> property.accept(walk(g))));
  }

  private Walk walk(Given given) {
    String prefix = Things.freshName();
    List<Made> made = new ArrayList<>();
    for (int rank : given.ranks) {
      made.add(new Made(UUID.randomUUID(), rank));
    }
    ledger.change(
        INSERT,
        prefix,
        made.stream().map(Made::id).toArray(UUID[]::new),
        made.stream().map(Made::rank).toArray(Integer[]::new));
    // PostgreSQL compares UUIDs as their text does; Java does not.
    made.sort(Comparator.comparing(Made::rank).thenComparing(m -> m.id().toString()));
    if (given.down) {
      Collections.reverse(made);
    }
    return new Walk(
        prefix, given.limit, given.down, made.stream().map(m -> m.id().toString()).toList());
  }

  private final class Walk {
    private final String address;
    private final int limit;
    private final List<String> expected;

    Walk(String prefix, int limit, boolean down, List<String> expected) {
      this.address = "%s?prefix=%s&down=%s&limit=%d".formatted(Things.PATH, prefix, down, limit);
      this.limit = limit;
      this.expected = expected;
    }

    JsonPath get(String place) {
      return Things.as(token).get(address + place).then().statusCode(200).extract().jsonPath();
    }

    List<String> slice(int skip) {
      int from = Math.min(skip, expected.size());
      return expected.subList(from, Math.min(from + limit, expected.size()));
    }
  }

  private static List<String> ids(JsonPath page) {
    return page.getList("items.id", String.class);
  }
}
