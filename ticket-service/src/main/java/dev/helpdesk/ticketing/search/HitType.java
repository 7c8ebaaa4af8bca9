package dev.helpdesk.ticketing.search;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.helpdesk.kit.problem.ProblemException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be found. */
@Schema(
    name = "SearchHitType",
    enumeration = {"ticket", "comment"})
public enum HitType {
  TICKET,
  COMMENT;

  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** With commas between; not given means all. */
  static Set<HitType> of(@Nullable String text) {
    if (text == null) {
      return EnumSet.allOf(HitType.class);
    }
    Set<HitType> types = EnumSet.noneOf(HitType.class);
    for (String part : text.split(",", -1)) {
      types.add(one(part.trim()));
    }
    return types;
  }

  private static HitType one(String name) {
    return Arrays.stream(values())
        .filter(type -> type.wire().equals(name))
        .findFirst()
        .orElseThrow(() -> ProblemException.invalid("type", "must be of ticket, comment"));
  }
}
