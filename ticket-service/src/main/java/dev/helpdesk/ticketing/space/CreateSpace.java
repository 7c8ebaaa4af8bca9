package dev.helpdesk.ticketing.space;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What opens a space. */
record CreateSpace(
    @Schema(examples = "Sample App") @NotBlank @Size(max = 100) String name,
    @Schema(examples = "All about the sample app") @Size(max = 5000) @Nullable String description,
    @Nullable Visibility visibility,
    @Nullable Boolean publicIntake) {}
