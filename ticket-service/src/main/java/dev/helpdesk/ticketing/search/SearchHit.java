package dev.helpdesk.ticketing.search;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A ticket or a comment that was found. */
@Schema(name = "SearchHit")
public record SearchHit(
    HitType type,
    @Schema(examples = "SA-1") String ticketId,
    String title,
    @Nullable UUID commentId,
    @Schema(
            description =
                "A passage as HTML: escaped, with what was found between <mark> and </mark>",
            examples = "The <mark>login</mark> page stays blank")
        String highlight,
    @Schema(description = "How well it fits, only to compare with other hits of the same search")
        float score) {}
