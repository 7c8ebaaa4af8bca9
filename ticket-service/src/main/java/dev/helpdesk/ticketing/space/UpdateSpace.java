package dev.helpdesk.ticketing.space;

import dev.helpdesk.kit.web.Characters;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What may change of a space; absent fields stay, a null description empties it. */
record UpdateSpace(
    @Schema(examples = "Sample App 2")
        @Nullable Optional<@NotBlank @Characters(max = 100) String> name,
    @Schema(examples = "All about the second one")
        @Nullable Optional<@Characters(max = 5000) String> description,
    @Nullable Optional<@NotNull Visibility> visibility,
    @Nullable Optional<@NotNull Boolean> publicIntake,
    @Schema(description = "The version that the change was meant for") @Nullable Integer version) {}
