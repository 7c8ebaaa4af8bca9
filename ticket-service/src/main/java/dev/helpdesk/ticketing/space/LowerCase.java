package dev.helpdesk.ticketing.space;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** Enums stand in the database as they stand on the wire. */
final class LowerCase {
  private LowerCase() {}

  @Converter(autoApply = true)
  static class OfVisibility implements AttributeConverter<Visibility, String> {
    @Override
    public String convertToDatabaseColumn(Visibility value) {
      return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Visibility convertToEntityAttribute(String text) {
      return Visibility.valueOf(text.toUpperCase(Locale.ROOT));
    }
  }

  @Converter(autoApply = true)
  static class OfRole implements AttributeConverter<MemberRole, String> {
    @Override
    public String convertToDatabaseColumn(MemberRole value) {
      return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public MemberRole convertToEntityAttribute(String text) {
      return MemberRole.valueOf(text.toUpperCase(Locale.ROOT));
    }
  }
}
