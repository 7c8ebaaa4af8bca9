package dev.helpdesk.notification.preference;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.helpdesk.kit.web.Versioned;
import dev.helpdesk.notification.notice.NoticeType;
import io.vertx.mutiny.sqlclient.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody is told of and how, all types named. */
@Schema(name = "NotificationPreferences")
@JsonPropertyOrder({"language", "digestMinutes", "types", "version"})
record PreferenceView(
    @Schema(examples = "en") String language,
    int digestMinutes,
    Map<String, Channels> types,
    int version)
    implements Versioned {

  static PreferenceView from(Row row) {
    List<String> mail = List.of(row.getArrayOfStrings("muted_mail"));
    List<String> inApp = List.of(row.getArrayOfStrings("muted_in_app"));
    Map<String, Channels> types = new LinkedHashMap<>();
    for (NoticeType type : NoticeType.choices()) {
      String name = type.wire();
      types.put(name, new Channels(!mail.contains(name), !inApp.contains(name)));
    }
    return new PreferenceView(
        row.getString("language"),
        row.getInteger("digest_minutes"),
        types,
        row.getInteger("version"));
  }
}
