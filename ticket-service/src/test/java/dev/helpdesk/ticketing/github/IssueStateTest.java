package dev.helpdesk.ticketing.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.ticketing.ticket.OutsideChange;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IssueStateTest {
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  private final IssueState state = new IssueState();

  private static RemoteIssue issue(String title, int second, String... labels) {
    IssueContent content = IssueContent.foreign(title, "body", List.of(labels));
    return new RemoteIssue(
        1, "open", title, "https://x", content, NOON.plusSeconds(second), null, null);
  }

  @Test
  void allIsNewsWhereNothingWasKnown() {
    OutsideChange news = state.learnContent(issue("a", 1, "Bug", "x".repeat(41)));
    assertThat(news).isEqualTo(new OutsideChange("a", "body", List.of("bug"), null, null));
  }

  @Test
  void onlyWhatDiffersIsNews() {
    state.learnContent(issue("a", 1, "bug"));
    assertThat(state.learnContent(issue("b", 2, "bug")))
        .isEqualTo(new OutsideChange("b", null, null, null, null));
    assertThat(state.learnContent(issue("b", 2, "bug"))).isEqualTo(OutsideChange.NONE);
  }

  @Test
  void whatIsOlderIsNoNews() {
    state.learnContent(issue("b", 2));
    assertThat(state.learnContent(issue("a", 1))).isEqualTo(OutsideChange.NONE);
    state.learnState("open", NOON);
    assertThat(state.learnState("closed", NOON.minusSeconds(1))).isEqualTo(OutsideChange.NONE);
  }

  @Test
  void stateAndContentHaveTheirOwnTimes() {
    state.learnState("closed", NOON.plusSeconds(60));
    assertThat(state.learnContent(issue("a", 1)).title()).isEqualTo("a");
  }

  @Test
  void whatWeAreWritingIsNoNews() {
    state.learnContent(issue("a", 1));
    state.sent = new IssueState.Sent(IssueContent.foreign("ours", "body", List.of()), "closed");
    assertThat(state.learnContent(issue("ours", 2))).isEqualTo(OutsideChange.NONE);
    assertThat(state.learnState("closed", NOON)).isEqualTo(OutsideChange.NONE);
  }

  @Test
  void theEchoOfAWriteIsNoNewsButALaterClosingIs() {
    RemoteIssue answer = new RemoteIssue(1, "closed", "a", "https://x", null, NOON, null, null);
    state.wrote(IssueContent.foreign("a", "body", List.of()), answer);
    assertThat(state.learnContent(issue("a", 0))).isEqualTo(OutsideChange.NONE);
    assertThat(state.learnState("closed", NOON.plusSeconds(1))).isEqualTo(OutsideChange.NONE);
    assertThat(state.learnState("closed", NOON.plusSeconds(60)))
        .isEqualTo(OutsideChange.settling(true));
  }

  @Test
  void withoutATimeEverythingCounts() {
    state.learnState("closed", NOON);
    assertThat(state.learnState("open", null)).isEqualTo(OutsideChange.settling(false));
    assertThat(state.learnState("closed", null)).isEqualTo(OutsideChange.settling(true));
  }
}
