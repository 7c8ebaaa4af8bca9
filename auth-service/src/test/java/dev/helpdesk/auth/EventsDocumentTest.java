package dev.helpdesk.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.contracts.otp.OtpRequested;
import dev.helpdesk.contracts.user.SessionReuseDetected;
import dev.helpdesk.contracts.user.UserDeactivated;
import dev.helpdesk.contracts.user.UserEvent;
import dev.helpdesk.contracts.user.UserRegistered;
import dev.helpdesk.contracts.user.UserState;
import dev.helpdesk.contracts.user.UserUpdated;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the events of this service against docs/events.md. */
class EventsDocumentTest {
  private static final Path DOCUMENT = Path.of("../docs/events.md");
  private static final Pattern ROW =
      Pattern.compile("\\| `(helpdesk\\.(?:user|otp)\\.[a-z0-9.-]+)` \\|[^|]*\\|([^|]*)\\|");
  private static final Pattern FIELD = Pattern.compile("`(\\w+)`");

  @Test
  void theDocumentListsEachEventWithItsFields() throws IOException {
    assertThat(documented()).isEqualTo(written());
  }

  @Test
  void everyEventOfAPersonIsLookedAt() {
    assertThat(UserEvent.class.getPermittedSubclasses()).hasSize(3);
  }

  private static Map<String, List<String>> documented() throws IOException {
    Map<String, List<String>> events = new TreeMap<>();
    Matcher rows = ROW.matcher(Files.readString(DOCUMENT));
    while (rows.find()) {
      Stream<MatchResult> fields = FIELD.matcher(rows.group(2)).results();
      events.put(rows.group(1), fields.map(field -> field.group(1)).toList());
    }
    return events;
  }

  /** Events of a person go over the wire as the bare state. */
  private static Map<String, List<String>> written() {
    return new TreeMap<>(
        Map.of(
            UserRegistered.TYPE, fieldsOf(UserState.class),
            UserUpdated.TYPE, fieldsOf(UserState.class),
            UserDeactivated.TYPE, fieldsOf(UserState.class),
            SessionReuseDetected.TYPE, fieldsOf(SessionReuseDetected.class),
            OtpRequested.TYPE, fieldsOf(OtpRequested.class)));
  }

  private static List<String> fieldsOf(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }
}
