package dev.helpdesk.notification.deadletter;

import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Who;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Events that were set aside, over HTTP, for admins. */
@Path("/api/v1/deliveries/dead-letters")
@Tag(name = "Deliveries")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class DeadLetterResource {
  private final DeadLetters letters;

  DeadLetterResource(DeadLetters letters) {
    this.letters = letters;
  }

  @GET
  @Access(Who.ADMIN)
  @Operation(
      operationId = "listDeadLetters",
      summary = "List events that a service could not handle, newest first")
  public Uni<Page<DeadLetterView>> list(
      @Valid @BeanParam DeadLetterFilter filter, @Valid @BeanParam PageQuery page) {
    return letters.list(filter, page);
  }

  @POST
  @Path("/{id}/replay")
  @Access(Who.ADMIN)
  @Operation(
      operationId = "replayDeadLetter",
      summary = "Send such an event to its topic again",
      description = "Whoever handled it already does not do so twice.")
  @APIResponse(responseCode = "200", description = "It is on its way")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: there is none")
  @APIResponse(responseCode = "409", description = "CONFLICT: its content was not kept")
  public Uni<DeadLetterView> replay(UUID id) {
    return letters.replay(id);
  }
}
