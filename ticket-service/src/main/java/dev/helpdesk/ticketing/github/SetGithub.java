package dev.helpdesk.ticketing.github;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The repository that is to belong to a space. */
record SetGithub(
    @Schema(examples = "octo-org")
        @NotBlank
        @Pattern(
            regexp = RepositoryName.OWNER,
            message = "must be the name of an account at GitHub")
        String owner,
    @Schema(examples = "sample-app")
        @NotBlank
        @Pattern(regexp = RepositoryName.REPO, message = "must be the name of a repository alone")
        String repo,
    @Schema(description = "The version that the change was meant for") @Nullable Integer version) {}
