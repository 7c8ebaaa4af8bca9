package dev.helpdesk.ticketing.github;

import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Caller;
import dev.helpdesk.kit.security.Who;
import dev.helpdesk.ticketing.ticket.TicketAddress;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** To GitHub and from it. */
@Path("/api/v1/github")
@Tag(name = "GitHub")
@Produces(MediaType.APPLICATION_JSON)
public class GithubResource {
  private final SyncTicket sync;
  private final TakeDelivery webhook;
  private final Caller caller;

  GithubResource(SyncTicket sync, TakeDelivery webhook, Caller caller) {
    this.sync = sync;
    this.webhook = webhook;
    this.caller = caller;
  }

  @POST
  @Path("/sync-ticket/{ticket}")
  @Consumes(MediaType.WILDCARD)
  @Access
  @SecurityRequirement(name = "bearer")
  @Operation(
      summary = "Bring a ticket to GitHub",
      description =
          "For agents of the space, its owners and admins. Makes the issue in the space's repository or updates the linked one. However often and however parallel: one issue.")
  @APIResponse(
      responseCode = "200",
      description = "What became of it",
      content = @Content(schema = @Schema(implementation = SyncResult.class)))
  @APIResponse(responseCode = "403", description = "FORBIDDEN")
  @APIResponse(responseCode = "404", description = "NOT_FOUND")
  @APIResponse(responseCode = "409", description = "CONFLICT: no repository and no link")
  @APIResponse(responseCode = "502", description = "GITHUB_ERROR: GitHub did not do it")
  @APIResponse(responseCode = "503", description = "SERVICE_UNAVAILABLE: no token is set")
  public Uni<SyncResult> sync(@BeanParam TicketAddress ticket) {
    return sync.sync(caller.actor(), ticket);
  }

  @POST
  @Path("/webhook")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(Who.SIGNED)
  @Operation(
      summary = "Take a webhook of GitHub",
      description =
          "issues (opened, closed, reopened, edited, labeled) and issue_comment (created); other events have no effect.")
  @RequestBody(content = @Content(schema = @Schema(implementation = Map.class)))
  @APIResponse(
      responseCode = "200",
      description = "It was taken",
      content = @Content(schema = @Schema(implementation = Taken.class)))
  @APIResponse(responseCode = "400", description = "FIELD_REQUIRED, MALFORMED_REQUEST")
  @APIResponse(responseCode = "401", description = "WEBHOOK_SIGNATURE_INVALID")
  public Uni<Taken> webhook(
      byte @Nullable [] body,
      @HeaderParam("X-Hub-Signature-256") @Nullable String signature,
      @HeaderParam("X-GitHub-Event") @Nullable String event,
      @HeaderParam("X-GitHub-Delivery") @Nullable String delivery) {
    return webhook
        .take(body == null ? new byte[0] : body, signature, event, delivery)
        .replaceWith(new Taken(true));
  }

  /** The answer to a webhook. */
  @Schema(name = "WebhookTaken")
  record Taken(boolean success) {}
}
