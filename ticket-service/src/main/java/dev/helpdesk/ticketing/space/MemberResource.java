package dev.helpdesk.ticketing.space;

import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The members of a space over HTTP. */
@Path("/api/v1/spaces/{space}/members")
@Tag(name = "Spaces")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MemberResource {
  private final MemberList list;
  private final MemberService members;
  private final Caller caller;

  MemberResource(MemberList list, MemberService members, Caller caller) {
    this.list = list;
    this.members = members;
    this.caller = caller;
  }

  @GET
  @Access
  @Operation(summary = "List the members of a space")
  public Uni<Page<MemberView>> list(
      @Parameter(description = "Its id or key", example = "SA") String space,
      @Valid @BeanParam PageQuery page) {
    return list.read(caller.actor(), space, page);
  }

  @PUT
  @Path("/{userId}")
  @Access
  @Operation(
      summary = "Give somebody a role in a space",
      description = "For its owners and admins. The last owner stays one (409 CONFLICT).")
  public Uni<MemberView> set(String space, String userId, @Valid @NotNull SetMember body) {
    return members.set(caller.actor(), space, userId, body.role());
  }

  @DELETE
  @Path("/{userId}")
  @Access
  @Operation(
      summary = "Take somebody's role in a space",
      description = "For its owners and admins. The last owner stays one (409 CONFLICT).")
  @APIResponse(responseCode = "204", description = "They have no role there any more")
  public Uni<Void> remove(String space, String userId) {
    return members.remove(caller.actor(), space, userId);
  }
}
