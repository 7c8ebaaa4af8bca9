package dev.helpdesk.kit.page;

import dev.helpdesk.kit.idempotency.Fingerprint;
import dev.helpdesk.kit.problem.ProblemException;
import io.vertx.core.json.JsonArray;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list: after (or before) a row, or at the very end. Bound to the list, its filters
 * and its order, and closed with a checksum, so that what we did not make is refused. It holds
 * nothing that the row did not show, and its values only ever become bound parameters.
 */
record Cursor(boolean backward, @Nullable String sortValue, @Nullable String id) {
  private static final int CHECK = 16;

  static final Cursor END = new Cursor(true, null, null);

  String encode(String list) {
    String content = new JsonArray().add(backward).add(sortValue).add(id).encode();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((check(list, content) + content).getBytes(StandardCharsets.UTF_8));
  }

  static Cursor decode(String list, String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      String content = plain.substring(CHECK);
      JsonArray values = new JsonArray(content);
      Cursor cursor = new Cursor(values.getBoolean(0), values.getString(1), values.getString(2));
      // Compared as a whole, because Base64 has several texts for the same bytes.
      if (cursor.encode(list).equals(text)) {
        return cursor;
      }
    } catch (RuntimeException e) {
      throw foreign();
    }
    throw foreign();
  }

  private static String check(String list, String content) {
    return Fingerprint.of("helpdesk cursor", list, content).substring(0, CHECK);
  }

  private static ProblemException foreign() {
    return ProblemException.invalid("cursor", "is no cursor of ours, or of another list");
  }
}
