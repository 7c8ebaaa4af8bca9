package dev.helpdesk.kit.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.kit.sample.Ledger;
import dev.helpdesk.kit.sample.Things;
import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class LinkTest {
  private static final Pattern LINK = Pattern.compile("<([^>]+)>; rel=\"(\\w+)\"");
  private static final String INSERT =
      "INSERT INTO thing (id, name, rank, owner_id, version)"
          + " SELECT gen_random_uuid(), ? || n, n, ?, 0 FROM generate_series(1, 7) n";
  private static final List<Integer> ALL = IntStream.rangeClosed(1, 7).boxed().toList();

  @Inject Ledger ledger;

  private final String token = Tokens.user();
  private final String prefix = "a+b&c=%é " + Things.freshName();

  @BeforeEach
  void make() {
    ledger.change(INSERT, prefix, UUID.randomUUID());
  }

  @ParameterizedTest
  @ValueSource(strings = {"page=1", "offset=0"})
  void nextLeadsFromFirstToLastAndPrevBack(String place) {
    List<Integer> forth = new ArrayList<>();
    Response last = walk(get(place), "next", forth);
    List<Integer> back = new ArrayList<>();
    walk(last, "prev", back);

    assertThat(forth).isEqualTo(ALL);
    Collections.reverse(back);
    assertThat(back).isEqualTo(ALL);
    assertThat(links(last)).doesNotContainKey("next").containsKeys("first", "last", "prev");
  }

  @Test
  void cursorsLeadThereAndBack() {
    List<Integer> forth = new ArrayList<>();
    Response last = walk(byCursor(get("")), "next", forth);
    List<Integer> back = new ArrayList<>();
    walk(last, "prev", back);

    assertThat(forth).isEqualTo(ALL.subList(2, 7));
    Collections.reverse(back);
    assertThat(back).isEqualTo(ALL);
  }

  @Test
  void cursorsJumpToTheEnds() {
    Map<String, String> links = links(byCursor(get("")));
    List<Integer> back = new ArrayList<>();
    walk(follow(links.get("last")), "prev", back);

    Collections.reverse(back);
    assertThat(back).isEqualTo(ALL);
    assertThat(ranks(follow(links.get("first")))).containsExactly(1, 2);
  }

  @Test
  void prevLeadsBackFromPastTheEnd() {
    for (String place : List.of("page=9", "offset=90")) {
      Response past = get(place);
      assertThat(past.statusCode()).isEqualTo(200);
      assertThat(ranks(past)).isEmpty();
      assertThat(ranks(follow(links(past).get("prev")))).containsExactly(7);
    }
  }

  @Test
  void addressesAreTheCallersOwn() {
    Response answer =
        Things.as(token)
            .header("X-Forwarded-For", "203.0.113.60")
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-Host", "help.example.org")
            .queryParam("limit", 2)
            .queryParam("prefix", prefix)
            .get(Things.PATH);

    assertThat(links(answer).values())
        .isNotEmpty()
        .allSatisfy(
            address -> assertThat(address).startsWith("https://help.example.org/api/v1/things?"));
  }

  private Response get(String place) {
    return Things.as(token)
        .queryParam("limit", 2)
        .queryParam("prefix", prefix)
        .get(Things.PATH + (place.isEmpty() ? "" : "?" + place));
  }

  /** The second page, which is the first that a cursor leads to. */
  private Response byCursor(Response first) {
    return get("cursor=" + first.jsonPath().getString("nextCursor"));
  }

  private Response walk(Response from, String relation, List<Integer> seen) {
    Response page = from;
    while (true) {
      List<Integer> ranks = new ArrayList<>(ranks(page));
      if (relation.equals("prev")) {
        Collections.reverse(ranks);
      }
      seen.addAll(ranks);
      String next = links(page).get(relation);
      if (next == null) {
        return page;
      }
      page = follow(next);
    }
  }

  private Response follow(String address) {
    Response page = Things.as(token).urlEncodingEnabled(false).get(address);
    assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
    return page;
  }

  private static List<Integer> ranks(Response page) {
    return page.jsonPath().getList("items.rank", Integer.class);
  }

  private static Map<String, String> links(Response page) {
    Map<String, String> links = new HashMap<>();
    Matcher link = LINK.matcher(page.header("Link"));
    while (link.find()) {
      links.put(link.group(2), link.group(1));
    }
    return links;
  }
}
