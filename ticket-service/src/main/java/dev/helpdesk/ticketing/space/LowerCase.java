package dev.helpdesk.ticketing.space;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Objects;

/** Enums stand in the database as they stand on the wire. */
final class LowerCase {
  private LowerCase() {}

  @Converter(autoApply = true)
  static class OfVisibility implements AttributeConverter<Visibility, String> {
    @Override
    public String convertToDatabaseColumn(Visibility value) {
      return value.wire();
    }

    @Override
    public Visibility convertToEntityAttribute(String text) {
      return Visibility.of(text);
    }
  }

  @Converter(autoApply = true)
  static class OfRole implements AttributeConverter<MemberRole, String> {
    @Override
    public String convertToDatabaseColumn(MemberRole value) {
      return value.wire();
    }

    @Override
    public MemberRole convertToEntityAttribute(String text) {
      return Objects.requireNonNull(MemberRole.of(text));
    }
  }
}
