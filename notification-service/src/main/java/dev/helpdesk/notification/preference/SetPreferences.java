package dev.helpdesk.notification.preference;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All preferences anew; a type that is not named is told by both ways. */
record SetPreferences(
    @NotNull @Pattern(regexp = "en|de", message = "must be en or de") @Schema(examples = "en")
        String language,
    @NotNull @Min(0) @Max(1440) Integer digestMinutes,
    @NotNull
        Map<
                @Pattern(regexp = SetPreferences.TYPES, message = "is no type of notification")
                String,
                @NotNull @Valid Channels>
            types,
    @Nullable Integer version) {
  static final String TYPES =
      "ticket\\.(created|assigned|status-changed|commented|mentioned|sla-due-soon|sla-breached"
          + "|chat-message-sent)";

  Set<String> mutedMail() {
    return muted(channels -> !channels.mail());
  }

  Set<String> mutedInApp() {
    return muted(channels -> !channels.inApp());
  }

  private Set<String> muted(Predicate<Channels> rule) {
    return types.entrySet().stream()
        .filter(entry -> rule.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }
}
