package dev.helpdesk.kit.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.kit.sample.Ledger;
import dev.helpdesk.kit.sample.Things;
import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Problems;
import dev.helpdesk.test.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class CursorWalkTest {
  private static final String INSERT =
      "INSERT INTO thing (id, name, rank, owner_id, version) VALUES (?, ?, ?, ?, 0)";

  @Inject Ledger ledger;

  private final String token = Tokens.user();
  private final String prefix = Things.freshName();
  private final Random random = new Random(5);
  private final Set<String> stayed = new HashSet<>();

  @Test
  void rowsThatComeAndGoNeitherRepeatNorHideOthers() {
    List<String> seen = new ArrayList<>();
    insert(40);

    String next = "";
    while (next != null) {
      JsonPath page = list("limit=3" + next).jsonPath();
      seen.addAll(page.getList("items.id", String.class));
      String cursor = page.getString("nextCursor");
      next = cursor == null ? null : "&cursor=" + cursor;
      deleteOne();
      ledger.change(INSERT, UUID.randomUUID(), Things.freshName(), 5, UUID.randomUUID());
    }

    assertThat(seen).doesNotHaveDuplicates().containsAll(stayed);
  }

  @Test
  void aCursorBelongsToItsFiltersAndItsDirection() {
    insert(3);
    String cursor = list("limit=1").jsonPath().getString("nextCursor");

    for (String other : List.of("&down=true", "&prefix=other")) {
      String first = other.startsWith("&prefix") ? "limit=1" : "limit=1&prefix=" + prefix;
      Response answer =
          Things.as(token).get(Things.PATH + "?" + first + other + "&cursor=" + cursor);
      Problems.assertProblem(answer, 400, "VALIDATION_FAILED", "cursor");
    }
    assertThat(list("limit=1&cursor=" + cursor).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"page=1&cursor=abc", "offset=0&cursor=abc", "page=1&offset=0"})
  void onlyOneWayAtATime(String places) {
    Problems.assertProblem(list(places), 400, "VALIDATION_FAILED");
  }

  private void insert(int count) {
    for (int i = 0; i < count; i++) {
      UUID id = UUID.randomUUID();
      ledger.change(INSERT, id, prefix + id, random.nextInt(10), UUID.randomUUID());
      stayed.add(id.toString());
    }
  }

  private void deleteOne() {
    String victim = List.copyOf(stayed).get(random.nextInt(stayed.size()));
    ledger.change("DELETE FROM thing WHERE id = ?", UUID.fromString(victim));
    stayed.remove(victim);
  }

  private Response list(String query) {
    return Things.as(token).get(Things.PATH + "?prefix=" + prefix + "&" + query);
  }
}
