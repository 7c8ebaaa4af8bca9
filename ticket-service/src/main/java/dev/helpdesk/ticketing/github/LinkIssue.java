package dev.helpdesk.ticketing.github;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The issue that a ticket is to be linked to. */
record LinkIssue(
    @Schema(examples = "123") @NotNull @Min(1) @Max(999_999_999) @Nullable Integer issueNumber,
    @Schema(examples = "https://github.com/octo-org/sample-app/issues/123")
        @NotBlank
        @Size(max = 500)
        @Pattern(
            regexp = IssuePage.FORM,
            message = "must look like https://github.com/owner/repo/issues/1")
        String issueUrl) {}
