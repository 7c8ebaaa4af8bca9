package dev.helpdesk.auth.accesstoken;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A token for a client, with what it may be used for and until when. */
record CreateToken(
    @NotBlank
        @Size(max = 100)
        @Pattern(regexp = "[^\\p{Cc}]*", message = "must hold no control character")
        @Schema(examples = "ci")
        String name,
    @NotEmpty @Size(max = 3) @Schema(examples = "[\"read\"]")
        List<
                @NotNull
                @Pattern(regexp = "read|write|admin", message = "must be read, write or admin")
                String>
            scopes,
    @Future @Schema(examples = "2027-01-31T09:30:00.000Z") @Nullable Instant expiresAt) {}
