package dev.helpdesk.ticketing.comment;

import dev.helpdesk.kit.idempotency.Created;
import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Caller;
import dev.helpdesk.kit.web.IfMatch;
import dev.helpdesk.ticketing.ticket.TicketAddress;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * Comments over HTTP, whichever way the ticket is addressed.
 *
 * <p>Public, because javac gives a public class bridges for methods of a hidden one, and those
 * would pass validation and access control by.
 */
public abstract class CommentRoutes {
  private final ReadComments read;
  private final WriteComment write;
  private final ChangeComment change;
  private final Caller caller;

  CommentRoutes(ReadComments read, WriteComment write, ChangeComment change, Caller caller) {
    this.read = read;
    this.write = write;
    this.change = change;
    this.caller = caller;
  }

  @GET
  @Access
  @Operation(
      summary = "List the comments of a ticket",
      description = "Oldest first; internal ones only for agents, owners and admins.")
  public Uni<Page<CommentView>> list(
      @BeanParam TicketAddress ticket, @Valid @BeanParam PageQuery page) {
    return read.page(caller.actor(), ticket, page);
  }

  @POST
  @Access
  @Operation(
      summary = "Comment on a ticket",
      description =
          "The requester's public comment moves a waiting ticket to in_progress and a resolved one to open.")
  @APIResponse(
      responseCode = "201",
      description = "The new comment",
      content = @Content(schema = @Schema(implementation = CommentView.class)))
  public Uni<Response> create(@BeanParam TicketAddress ticket, @Valid @NotNull CreateComment body) {
    return write.write(caller.actor(), ticket, body).map(Created::answer);
  }

  @GET
  @Path("/{comment}")
  @Access
  @Operation(summary = "Read one comment")
  public Uni<CommentView> get(@BeanParam TicketAddress ticket, @RestPath String comment) {
    return read.one(caller.actor(), ticket, comment);
  }

  @PATCH
  @Path("/{comment}")
  @Access
  @Operation(summary = "Edit a comment", description = "For its author.")
  public Uni<CommentView> edit(
      @BeanParam TicketAddress ticket,
      @RestPath String comment,
      @HeaderParam("If-Match") @Nullable IfMatch expected,
      @Valid @NotNull EditComment body) {
    return change.edit(caller.actor(), ticket, comment, body, expected);
  }

  @DELETE
  @Path("/{comment}")
  @Access
  @Operation(
      summary = "Delete a comment",
      description = "For its author, the space's owners and admins.")
  @APIResponse(responseCode = "204", description = "It is gone")
  public Uni<Void> delete(
      @BeanParam TicketAddress ticket,
      @RestPath String comment,
      @HeaderParam("If-Match") @Nullable IfMatch expected) {
    return change.delete(caller.actor(), ticket, comment, expected);
  }
}
