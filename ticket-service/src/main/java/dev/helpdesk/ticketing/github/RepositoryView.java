package dev.helpdesk.ticketing.github;

import dev.helpdesk.kit.web.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The repository that belongs to a space. */
@Schema(name = "GithubRepository")
record RepositoryView(
    @Schema(examples = "octo-org") String owner,
    @Schema(examples = "sample-app") String repo,
    int version)
    implements Versioned {}
