package dev.helpdesk.notification.preference;

import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Caller;
import dev.helpdesk.kit.web.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's preferences over HTTP. */
@Path("/api/v1/notifications/preferences")
@Tag(name = "Notifications", description = "What the caller was told")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PreferenceResource {
  private final Preferences preferences;
  private final Caller caller;

  PreferenceResource(Preferences preferences, Caller caller) {
    this.preferences = preferences;
    this.caller = caller;
  }

  @GET
  @Access
  @Operation(
      operationId = "getPreferences",
      summary = "Of what I am told, how, and in which language",
      description = "Without a choice of one's own: everything, in the language of the profile.")
  public Uni<PreferenceView> get() {
    return preferences.read(caller.actor().id());
  }

  @PUT
  @Access
  @Operation(
      operationId = "setPreferences",
      summary = "Set of what I am told, how, and in which language",
      description =
          "Takes what GET gives. A type that is not named is told by mail and in the application."
              + " digestMinutes gathers what follows a mail about a ticket for so long into one"
              + " mail; 0 sends each at once.")
  @APIResponse(responseCode = "200", description = "As they are now")
  @APIResponse(responseCode = "409", description = "OPTIMISTIC_LOCK: the version is stale")
  @APIResponse(responseCode = "412", description = "OPTIMISTIC_LOCK: If-Match is stale")
  public Uni<PreferenceView> set(
      @Valid @NotNull SetPreferences body, @HeaderParam("If-Match") @Nullable IfMatch expected) {
    return preferences.set(caller.actor().id(), body, expected);
  }
}
