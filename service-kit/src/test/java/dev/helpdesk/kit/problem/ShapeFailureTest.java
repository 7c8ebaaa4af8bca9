package dev.helpdesk.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.helpdesk.contracts.user.Role;
import dev.helpdesk.kit.web.StrictJson;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeFailureTest {
  private static final Validator VALIDATOR =
      Validation.buildDefaultValidatorFactory().getValidator();

  private final ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());

  record Inner(@NotNull @Nullable Integer size) {}

  record Body(
      @NotBlank @Size(max = 3) @Nullable String name,
      @Max(9) @Nullable Integer rank,
      @Nullable Role role,
      @Nullable LocalDate due,
      @Valid @Nullable Inner inner,
      @Nullable List<@Valid Inner> inners,
      @Nullable List<@Size(max = 2) String> tags) {}

  ShapeFailureTest() {
    new StrictJson().customize(mapper);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          `{`,                          MALFORMED_REQUEST, ``
          `[]`,                         MALFORMED_REQUEST, ``
          `7`,                          MALFORMED_REQUEST, ``
          `{"name":"a","name":"b"}`,    MALFORMED_REQUEST, ``
          `{} {}`,                      MALFORMED_REQUEST, ``
          `{"nonsense":1}`,             MALFORMED_REQUEST, nonsense
          `{"inner":{"nonsense":1}}`,   MALFORMED_REQUEST, inner.nonsense
          `{"inners":[{},{"x":1}]}`,    MALFORMED_REQUEST, inners[1].x
          `{"name":7}`,                 MALFORMED_REQUEST, name
          `{"rank":"7"}`,               MALFORMED_REQUEST, rank
          `{"rank":1.5}`,               VALIDATION_FAILED, rank
          `{"rank":99999999999}`,       MALFORMED_REQUEST, rank
          `{"inner":[]}`,               MALFORMED_REQUEST, inner
          `{"tags":{}}`,                MALFORMED_REQUEST, tags
          `{"due":20260101}`,           MALFORMED_REQUEST, due
          `{"due":"2026-02-30"}`,       VALIDATION_FAILED, due
          `{"role":"emperor"}`,         VALIDATION_FAILED, role
          `{"tags":["a","\\u0000"]}`,   VALIDATION_FAILED, tags[1]
          """)
  void namesWhatCannotBeRead(String json, CommonError code, String field) {
    ProblemException problem = ShapeFailure.of(reading(json));

    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.errors().stream().map(FieldError::field))
        .isEqualTo(field.isEmpty() ? List.of() : List.of(field));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          `{}`,                                    FIELD_REQUIRED,    name=FIELD_REQUIRED
          `{"name":""}`,                           FIELD_REQUIRED,    name=FIELD_REQUIRED
          `{"name":"  "}`,                         VALIDATION_FAILED, name=VALIDATION_FAILED
          `{"name":"long"}`,                       VALIDATION_FAILED, name=VALIDATION_FAILED
          `{"rank":10}`,                           VALIDATION_FAILED, name=FIELD_REQUIRED rank=VALIDATION_FAILED
          `{"name":"a","inner":{}}`,               FIELD_REQUIRED,    inner.size=FIELD_REQUIRED
          `{"name":"a","inners":[{"size":1},{}]}`, FIELD_REQUIRED,    inners[1].size=FIELD_REQUIRED
          `{"name":"a","tags":["ok","bad"]}`,      VALIDATION_FAILED, tags[1]=VALIDATION_FAILED
          """)
  void namesWhatIsNotAllowed(String json, CommonError code, String fields)
      throws JsonProcessingException {
    Body body = mapper.readValue(json, Body.class);

    ProblemException problem =
        ShapeFailure.of(new ConstraintViolationException(VALIDATOR.validate(body)));

    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.errors().stream().map(e -> e.field() + "=" + e.code()))
        .containsExactly(fields.split(" "));
  }

  @Test
  void tellsNothingOfOurClasses() {
    ProblemException problem = ShapeFailure.of(reading("{\"role\":\"emperor\"}"));

    assertThat(problem.getMessage()).isEqualTo("role has a value that is not allowed");
  }

  private JsonProcessingException reading(String json) {
    try {
      mapper.readValue(json, Body.class);
      throw new AssertionError("was read: " + json);
    } catch (JsonProcessingException e) {
      return e;
    }
  }
}
