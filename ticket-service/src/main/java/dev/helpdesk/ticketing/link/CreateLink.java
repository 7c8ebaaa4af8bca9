package dev.helpdesk.ticketing.link;

import dev.helpdesk.kit.web.Characters;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What links a ticket to another one. */
record CreateLink(
    @NotNull LinkType type,
    @Schema(description = "The other ticket's key or id", examples = "SA-2")
        @NotBlank
        @Characters(max = 100)
        String ticket) {}
