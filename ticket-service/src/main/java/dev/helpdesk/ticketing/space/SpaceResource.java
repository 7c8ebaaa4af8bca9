package dev.helpdesk.ticketing.space;

import dev.helpdesk.kit.idempotency.Created;
import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Caller;
import dev.helpdesk.kit.web.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Spaces over HTTP. */
@Path("/api/v1/spaces")
@Tag(name = "Spaces", description = "Where tickets live")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SpaceResource {
  private final SpaceService spaces;
  private final SpaceList list;
  private final Caller caller;

  SpaceResource(SpaceService spaces, SpaceList list, Caller caller) {
    this.spaces = spaces;
    this.list = list;
    this.caller = caller;
  }

  @POST
  @Access
  @Operation(summary = "Open a space", description = "The caller becomes its owner.")
  @APIResponse(
      responseCode = "201",
      description = "The new space",
      content = @Content(schema = @Schema(implementation = SpaceView.class)))
  public Uni<Response> create(@Valid @NotNull CreateSpace body) {
    return spaces.create(caller.actor(), body).map(Created::answer);
  }

  @GET
  @Access
  @Operation(summary = "List the spaces that the caller may see")
  public Uni<Page<SpaceView>> list(
      @Parameter(description = "Part of the name") @RestQuery @Size(max = 200)
          @Nullable String search,
      @Valid @BeanParam PageQuery page) {
    return list.read(caller.actor(), search, page);
  }

  @GET
  @Path("/{space}")
  @Access
  @Operation(summary = "Read one space")
  @APIResponse(
      responseCode = "200",
      description = "The space",
      content = @Content(schema = @Schema(implementation = SpaceView.class)))
  public Uni<SpaceView> get(
      @Parameter(description = "Its id or key", example = "SA") String space) {
    return spaces.get(caller.actor(), space);
  }

  @PATCH
  @Path("/{space}")
  @Access
  @Operation(
      summary = "Change a space",
      description = "For its owners and admins; the key stays whatever the name becomes.")
  @APIResponse(
      responseCode = "200",
      description = "The space as it is now",
      content = @Content(schema = @Schema(implementation = SpaceView.class)))
  public Uni<SpaceView> update(
      String space,
      @HeaderParam("If-Match") @Nullable IfMatch expected,
      @Valid @NotNull UpdateSpace body) {
    return spaces.update(caller.actor(), space, body, expected);
  }

  @DELETE
  @Path("/{space}")
  @Access
  @Operation(
      summary = "Delete a space",
      description =
          "For its owners and admins; its tickets vanish with it, its key is never used again.")
  @APIResponse(responseCode = "204", description = "It is gone")
  public Uni<Void> delete(String space, @HeaderParam("If-Match") @Nullable IfMatch expected) {
    return spaces.delete(caller.actor(), space, expected);
  }
}
