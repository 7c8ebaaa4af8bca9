package dev.helpdesk.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsernameTest {
  @ParameterizedTest
  @CsvSource({
    "ada@example.org,ada",
    "Ada.Lovelace+work@example.org,ada.lovelace",
    "a@example.org,user-a",
    "'!@example.org',user",
    "o'neill@example.org,oneill"
  })
  void isMadeOfTheLocalPart(String email, String username) {
    assertThat(Username.derivedFrom(email)).isEqualTo(username);
  }

  @Property
  void isAlwaysAUsernameWithRoomForANumber(
      @ForAll @CharRange(from = '!', to = '~') @StringLength(min = 1, max = 64) String local) {
    String derived = Username.derivedFrom(local.replace("@", "") + "@example.org");
    assertThat(derived + "99999").matches(Username.PATTERN);
  }
}
