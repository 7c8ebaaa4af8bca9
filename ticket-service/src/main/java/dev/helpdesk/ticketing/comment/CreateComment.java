package dev.helpdesk.ticketing.comment;

import dev.helpdesk.kit.web.Characters;
import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said, as Markdown that is kept as written. */
record CreateComment(
    @Schema(examples = "I can reproduce this.") @NotBlank @Characters(max = 20_000) String body,
    @Nullable Audience visibility) {

  boolean isInternal() {
    return visibility == Audience.INTERNAL;
  }
}
