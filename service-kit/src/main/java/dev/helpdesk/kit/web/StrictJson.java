package dev.helpdesk.kit.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;

/** JSON as the contract has it: nothing unknown, nothing coerced, instants with milliseconds. */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
    mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    mapper.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
    setAllowCoercion(mapper);
    // Also not an empty text to a null, as an id would otherwise take it.
    mapper
        .coercionConfigDefaults()
        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    // Before Quarkus registers its own: in a PATCH an absent field is null, JSON's null is empty.
    mapper.registerModule(new Jdk8Module().configureReadAbsentAsNull(true));
    // Before ours, which otherwise Quarkus would put below it: dates are written as we do.
    mapper.registerModule(new JavaTimeModule());
    mapper.registerModule(
        new SimpleModule("helpdesk")
            .addSerializer(Instant.class, new InstantWithMillis())
            .addDeserializer(Instant.class, new FromText<>(Instant.class, StrictJson::instant))
            .addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, StrictJson::date))
            .addDeserializer(String.class, new StorableText()));
  }

  @SuppressWarnings(
      "deprecation") // the builder's way would need a new mapper; Quarkus hands us its own
  private static void setAllowCoercion(ObjectMapper mapper) {
    mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
  }

  private static Instant instant(String text) {
    Instant instant = OffsetDateTime.parse(text).toInstant();
    checkYear(instant.atOffset(ZoneOffset.UTC).getYear());
    return instant;
  }

  private static LocalDate date(String text) {
    LocalDate date = LocalDate.parse(text);
    checkYear(date.getYear());
    return date;
  }

  /** Years of four digits; Java knows a thousand times more than any database. */
  private static void checkYear(int year) {
    if (year < 1 || year > 9999) {
      throw new DateTimeException("no year of four digits");
    }
  }

  public static String format(Instant instant) {
    return INSTANT.format(instant);
  }

  private static final class InstantWithMillis extends StdSerializer<Instant> {
    InstantWithMillis() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(format(value));
    }
  }

  /** Dates and instants only from their text; Jackson would also take numbers and arrays. */
  private static final class FromText<T> extends StdScalarDeserializer<T> {
    private final transient Function<String, T> parse;

    FromText(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      if (json.currentToken() != JsonToken.VALUE_STRING) {
        return (T) context.handleUnexpectedToken(handledType(), json);
      }
      try {
        return parse.apply(json.getText());
      } catch (DateTimeException e) {
        throw context.weirdStringException(json.getText(), handledType(), "is no such date");
      }
    }
  }

  /** Refuses what no database text can hold as written: NUL and halves of surrogate pairs. */
  private static final class StorableText extends StdScalarDeserializer<String> {
    StorableText() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
      if (json.currentToken() != JsonToken.VALUE_STRING) {
        return (String) context.handleUnexpectedToken(String.class, json);
      }
      String text = json.getText();
      if (!Text.isStorable(text)) {
        throw context.weirdStringException(
            text, String.class, "holds a character that no text may");
      }
      return text;
    }
  }
}
