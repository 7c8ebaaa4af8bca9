package dev.helpdesk.ticketing.ticket;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a ticket is to go. */
record ChangeStatus(
    @NotNull Status status,
    @Schema(description = "The version that the change was meant for") @Nullable Integer version) {}
