package dev.helpdesk.kit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helpdesk.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;

class CursorTest {
  private static final String LIST = "a list";
  private final Cursor cursor = new Cursor(true, "7\u0000\"é", "0199");

  @Test
  void leadsBackToItsPlace() {
    assertThat(Cursor.decode(LIST, cursor.encode(LIST))).isEqualTo(cursor);
    assertThat(Cursor.decode(LIST, Cursor.END.encode(LIST))).isEqualTo(Cursor.END);
  }

  @Test
  void belongsToOneList() {
    assertThatThrownBy(() -> Cursor.decode("another list", cursor.encode(LIST)))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void holdsNoLongerOnceACharacterIsChanged() {
    String text = cursor.encode(LIST);
    for (int i = 0; i < text.length(); i++) {
      for (char other : new char[] {'A', 'B', 'z', '0', '_', '-'}) {
        if (text.charAt(i) != other) {
          String changed = text.substring(0, i) + other + text.substring(i + 1);
          assertThatThrownBy(() -> Cursor.decode(LIST, changed))
              .as(changed)
              .isInstanceOf(ProblemException.class);
        }
      }
    }
  }

  @Test
  void holdsNoLongerOnceItIsShortened() {
    String text = cursor.encode(LIST);
    for (int length = 0; length < text.length(); length++) {
      String start = text.substring(0, length);
      assertThatThrownBy(() -> Cursor.decode(LIST, start)).isInstanceOf(ProblemException.class);
    }
  }
}
