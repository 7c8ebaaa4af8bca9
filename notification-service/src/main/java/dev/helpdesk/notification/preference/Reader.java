package dev.helpdesk.notification.preference;

import dev.helpdesk.notification.notice.NoticeType;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may be told something, and how they want it. Name and address are null for whom we
 * have not heard of yet.
 */
public record Reader(
    UUID id,
    @Nullable String name,
    @Nullable String email,
    String language,
    int digestMinutes,
    Set<String> mutedMail,
    Set<String> mutedInApp,
    boolean sees) {

  static Reader from(Row row) {
    return new Reader(
        row.getUUID("user_id"),
        row.getString("name"),
        row.getString("email"),
        row.getString("language"),
        row.getInteger("digest_minutes"),
        Set.of(row.getArrayOfStrings("muted_mail")),
        Set.of(row.getArrayOfStrings("muted_in_app")),
        row.getBoolean("sees"));
  }

  public boolean isKnown() {
    return email != null;
  }

  public boolean wantsMail(NoticeType type) {
    return !mutedMail.contains(type.wire());
  }

  public boolean wantsInApp(NoticeType type) {
    return !mutedInApp.contains(type.wire());
  }
}
