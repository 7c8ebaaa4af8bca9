package dev.helpdesk.ticketing.space;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a path names a space: by id or, in any case, by key. */
public record SpaceRef(@Nullable UUID id, @Nullable String key) {
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9]{1,20}");

  /** Text that is neither names nothing. */
  public static SpaceRef of(String text) {
    boolean key = KEY.matcher(text).matches();
    return new SpaceRef(idIn(text), key ? text.toUpperCase(Locale.ROOT) : null);
  }

  /** The id, or null where the text is no id. */
  public static @Nullable UUID idIn(String text) {
    return ID.matcher(text).matches() ? UUID.fromString(text) : null;
  }
}
