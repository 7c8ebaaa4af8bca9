package dev.helpdesk.ticketing.comment;

import dev.helpdesk.kit.web.Characters;
import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a comment is to say instead. */
record EditComment(
    @Schema(examples = "I can reproduce this on Safari 18.") @NotBlank @Characters(max = 20_000)
        String body,
    @Schema(description = "The version that the change was meant for") @Nullable Integer version) {}
