package dev.helpdesk.kit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ListingTest {
  private static final Sort UP = new Sort("rank", "integer", false);

  @Test
  void numbersItsParameters() {
    Listing listing = listing(UP).where("a = ? OR b = ?", 1, 2).where("c").where("d = ?", 3);

    assertThat(listing.count())
        .isEqualTo("SELECT count(*) FROM thing WHERE (a = $1 OR b = $2) AND (c) AND (d = $3)");
    assertThat(listing.parameters()).containsExactly(1, 2, 3);
  }

  @Test
  void refusesAValueThatStandsNowhere() {
    assertThatThrownBy(() -> listing(UP).where("a = 1", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isTheSameListForEqualFilters() {
    Listing one = listing(UP).where("a = ANY(?)", (Object) new String[] {"x", "y"});
    Listing same = listing(UP).where("a = ANY(?)", (Object) new String[] {"x", "y"});
    Listing other = listing(UP).where("a = ANY(?)", (Object) new String[] {"x", "z"});

    assertThat(one.fingerprint()).isEqualTo(same.fingerprint());
    assertThat(one.fingerprint()).isNotEqualTo(other.fingerprint());
  }

  @Test
  void isAnotherListInAnotherOrderOrUnderAnotherCondition() {
    assertThat(listing(UP).fingerprint())
        .isNotEqualTo(listing(new Sort("rank", "integer", true)).fingerprint())
        .isNotEqualTo(listing(UP).where("a").fingerprint());
  }

  private static Listing listing(Sort sort) {
    return new Listing("things", "id", "thing", "id", "uuid", sort);
  }
}
