package dev.helpdesk.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.contracts.ticket.SpaceEvent;
import dev.helpdesk.contracts.ticket.TicketEvent;
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
      Pattern.compile("\\| `(helpdesk\\.(?:ticket|space)\\.[a-z0-9.-]+)` \\|[^|]*\\|([^|]*)\\|");
  private static final Pattern FIELD = Pattern.compile("`(\\w+)`");

  @Test
  void theDocumentListsEachEventWithItsFields() throws IOException {
    assertThat(documented()).isEqualTo(written());
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

  private static Map<String, List<String>> written() {
    Map<String, List<String>> events = new TreeMap<>();
    Stream.of(SpaceEvent.class, TicketEvent.class)
        .flatMap(kind -> Arrays.stream(kind.getPermittedSubclasses()))
        .forEach(type -> events.put(nameOf(type), fieldsOf(type)));
    return events;
  }

  private static String nameOf(Class<?> type) {
    try {
      return (String) type.getField("TYPE").get(null);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(type + " has no TYPE", e);
    }
  }

  private static List<String> fieldsOf(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }
}
