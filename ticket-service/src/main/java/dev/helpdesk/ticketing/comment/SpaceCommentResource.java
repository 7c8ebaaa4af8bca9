package dev.helpdesk.ticketing.comment;

import dev.helpdesk.kit.security.Caller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Comments of a ticket under its space. */
@Path("/api/v1/spaces/{space}/tickets/{ticket}/comments")
@Tag(name = "Comments")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SpaceCommentResource extends CommentRoutes {
  SpaceCommentResource(ReadComments read, WriteComment write, ChangeComment change, Caller caller) {
    super(read, write, change, caller);
  }
}
