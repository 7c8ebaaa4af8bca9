package dev.helpdesk.ticketing.space;

import dev.helpdesk.kit.web.Characters;
import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What opens a space. */
record CreateSpace(
    @Schema(examples = "Sample App") @NotBlank @Characters(max = 100) String name,
    @Schema(examples = "All about the sample app") @Characters(max = 5000)
        @Nullable String description,
    @Nullable Visibility visibility,
    @Nullable Boolean publicIntake) {}
