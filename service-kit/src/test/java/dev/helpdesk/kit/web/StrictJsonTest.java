package dev.helpdesk.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helpdesk.contracts.user.Role;
import dev.helpdesk.test.HelpdeskResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mapper as the service has it: what else customises it must not win over us. */
@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class StrictJsonTest {
  @Inject ObjectMapper mapper;

  record Body(
      @Nullable String text,
      @Nullable Integer number,
      @Nullable Boolean flag,
      @Nullable Role role,
      @Nullable UUID id,
      @Nullable LocalDate date,
      @Nullable Instant instant,
      @Nullable List<String> tags) {}

  record Counted(int number) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\"a\",\"text\":\"b\"}",
        "{} {}",
        "{}]",
        "{\"unknown\":1}",
        "{\"Text\":\"a\"}",
        "{\"text\":1}",
        "{\"text\":true}",
        "{\"text\":[\"a\"]}",
        "{\"number\":1.0}",
        "{\"number\":1.5}",
        "{\"number\":1e2}",
        "{\"number\":\"1\"}",
        "{\"number\":\"\"}",
        "{\"number\":true}",
        "{\"number\":99999999999}",
        "{\"flag\":1}",
        "{\"flag\":\"true\"}",
        "{\"role\":\"emperor\"}",
        "{\"role\":\"\"}",
        "{\"role\":0}",
        "{\"id\":\"no-uuid\"}",
        "{\"id\":\"\"}",
        "{\"id\":7}",
        "{\"date\":20260131}",
        "{\"date\":[2026,1,31]}",
        "{\"date\":\"\"}",
        "{\"date\":\"2026-02-30\"}",
        "{\"date\":\"31.01.2026\"}",
        "{\"date\":\"+12026-01-31\"}",
        "{\"date\":\"-0001-01-31\"}",
        "{\"instant\":1767225600}",
        "{\"instant\":1767225600.5}",
        "{\"instant\":[2026,1,31]}",
        "{\"instant\":\"2026-01-31\"}",
        "{\"instant\":\"2026-01-31T09:30:00\"}",
        "{\"instant\":\"+999999-01-31T09:30:00Z\"}",
        "{\"instant\":\"9999-12-31T23:59:59-01:00\"}",
        "{\"text\":\"\\ud800\"}",
        "{\"text\":\"\\udc00\\ud800\"}",
        "{\"text\":\"a\\u0000\"}",
        "{\"tags\":[\"\\ud83d\"]}",
        "{\"tags\":\"a\"}",
        "{'text':'a'}",
        "{\"text\":\"a\",}",
        "{/* a */}",
        "{\"number\":NaN}",
        "{\"number\":01}"
      })
  void refuses(String json) {
    assertThatThrownBy(() -> mapper.readValue(json, Body.class))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void nothingIsNoNumber() {
    assertThatThrownBy(() -> mapper.readValue("{\"number\":null}", Counted.class))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void takesWhatIsRight() throws JsonProcessingException {
    String json =
        """
        {"text":"a","number":1,"flag":true,"role":"agent","date":"2026-01-31","tags":["a"],
        "id":"01a1fa04-db10-7f72-8952-8ab57632d490","instant":"2026-01-31T09:30:00Z"}""";

    assertThat(mapper.readValue(json, Body.class)).hasNoNullFieldsOrProperties();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "äöü", "漢字", "😀 👩‍👩‍👧", "\t\n\"\\\\", "\u202e"})
  void keepsTextAsItIs(String text) throws JsonProcessingException {
    String json = mapper.writeValueAsString(body(text, null));

    assertThat(mapper.readValue(json, Body.class).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2026-01-31T09:30:00Z,           2026-01-31T09:30:00.000Z
          2026-01-31T09:30:00.1Z,         2026-01-31T09:30:00.100Z
          2026-01-31T09:30:00.123999999Z, 2026-01-31T09:30:00.123Z
          2026-01-31T10:30:00+01:00,      2026-01-31T09:30:00.000Z
          0999-01-31T09:30:00Z,           0999-01-31T09:30:00.000Z
          """)
  void writesInstantsWithThreeDecimals(String read, String written) throws JsonProcessingException {
    Body body = mapper.readValue("{\"instant\":\"" + read + "\"}", Body.class);

    assertThat(mapper.writeValueAsString(body)).contains("\"instant\":\"" + written + "\"");
  }

  private static Body body(@Nullable String text, @Nullable Instant instant) {
    return new Body(text, null, null, null, null, null, instant, null);
  }
}
