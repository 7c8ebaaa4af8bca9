package dev.helpdesk.auth.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class EmailAddressTest {
  @Property
  void isOneSpellingHoweverItWasTyped(
      @ForAll @CharRange(from = 'a', to = 'z') @StringLength(min = 1, max = 20) String local) {
    String address = local + "@example.org";
    String shouted = "  " + address.toUpperCase(Locale.ROOT) + " ";
    assertThat(EmailAddress.normal(shouted)).isEqualTo(address);
    assertThat(EmailAddress.normal(address)).matches(EmailAddress.PATTERN);
  }

  /** Whatever is let through is plain, short, and cannot leave its line in a mail's header. */
  @Property(tries = 2000)
  void letsNothingThroughThatIsNotPlain(@ForAll String text) {
    for (String typed : new String[] {text, text + "@example.org", "ada@" + text}) {
      String normal = EmailAddress.normal(typed);
      if (normal.matches(EmailAddress.PATTERN)) {
        assertThat(normal).matches("[!-~]{3,254}").isEqualTo(normal.toLowerCase(Locale.ROOT));
        assertThat(normal.chars().filter(c -> c == '@')).hasSize(1);
      }
    }
  }
}
