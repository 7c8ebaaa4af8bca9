package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.kit.web.Characters;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One change for many tickets. */
record BulkPatch(
    @Schema(description = "Keys or ids", examples = "[\"SA-1\", \"SA-2\"]")
        @NotNull
        @Size(min = 1, max = 100)
        List<@NotNull @Characters(min = 1, max = 100) String> ids,
    @NotNull @Valid PatchTicket patch) {}
