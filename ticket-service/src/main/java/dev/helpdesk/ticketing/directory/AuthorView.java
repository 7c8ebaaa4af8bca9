package dev.helpdesk.ticketing.directory;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody by name alone. */
@Schema(name = "Author")
public record AuthorView(UUID id, @Schema(examples = "Ada Lovelace") String name) {}
