package dev.helpdesk.ticketing.space;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a path names a space: by id or by key. */
final class SpaceRef {
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private SpaceRef() {}

  /** The id, or null where the text is no id. */
  static @Nullable UUID idIn(String text) {
    return ID.matcher(text).matches() ? UUID.fromString(text) : null;
  }
}
