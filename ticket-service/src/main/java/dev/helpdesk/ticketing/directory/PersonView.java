package dev.helpdesk.ticketing.directory;

import dev.helpdesk.contracts.ticket.PersonRef;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody as tickets name them. */
@Schema(name = "Person")
public record PersonView(
    UUID id,
    @Schema(examples = "Ada Lovelace") String name,
    @Schema(examples = "ada@example.org") String email) {

  public PersonRef ref() {
    return new PersonRef(id, name, email);
  }
}
