package dev.helpdesk.ticketing.github;

import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Caller;
import dev.helpdesk.kit.web.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The repository of a space over HTTP. */
@Path("/api/v1/spaces/{space}/github")
@Tag(name = "GitHub", description = "Tickets and issues, both ways")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RepositoryResource {
  private final SpaceRepositories repositories;
  private final Caller caller;

  RepositoryResource(SpaceRepositories repositories, Caller caller) {
    this.repositories = repositories;
    this.caller = caller;
  }

  @GET
  @Access
  @Operation(
      summary = "Read which repository belongs to a space",
      description = "For its owners and admins; 404 where there is none.")
  @APIResponse(
      responseCode = "200",
      description = "The repository",
      content = @Content(schema = @Schema(implementation = RepositoryView.class)))
  @APIResponse(responseCode = "403", description = "FORBIDDEN")
  @APIResponse(responseCode = "404", description = "NOT_FOUND")
  public Uni<RepositoryView> get(
      @Parameter(description = "Its id or key", example = "SA") String space) {
    return repositories.get(caller.actor(), space);
  }

  @PUT
  @Access
  @Operation(
      summary = "Let a repository belong to a space",
      description =
          "For its owners and admins. Issues that are opened there become tickets here; a repository belongs to one space at most.")
  @APIResponse(
      responseCode = "200",
      description = "The repository",
      content = @Content(schema = @Schema(implementation = RepositoryView.class)))
  @APIResponse(responseCode = "403", description = "FORBIDDEN")
  @APIResponse(responseCode = "404", description = "NOT_FOUND")
  @APIResponse(
      responseCode = "409",
      description = "CONFLICT: it belongs to another space; OPTIMISTIC_LOCK")
  @APIResponse(responseCode = "412", description = "OPTIMISTIC_LOCK")
  public Uni<RepositoryView> set(
      String space,
      @HeaderParam("If-Match") @Nullable IfMatch expected,
      @Valid @NotNull SetGithub body) {
    return repositories.set(caller.actor(), space, body, expected);
  }

  @DELETE
  @Access
  @Operation(
      summary = "Let no repository belong to a space",
      description = "For its owners and admins. Linked tickets stay linked.")
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(responseCode = "403", description = "FORBIDDEN")
  @APIResponse(responseCode = "404", description = "NOT_FOUND")
  @APIResponse(responseCode = "412", description = "OPTIMISTIC_LOCK")
  public Uni<Void> delete(String space, @HeaderParam("If-Match") @Nullable IfMatch expected) {
    return repositories.delete(caller.actor(), space, expected);
  }
}
