package dev.helpdesk.notification.inapp;

import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Caller;
import dev.helpdesk.kit.web.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's notifications over HTTP. */
@Path("/api/v1/notifications")
@Tag(name = "Notifications", description = "What the caller was told")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class NotificationResource {
  private final NotificationService notifications;
  private final Caller caller;

  NotificationResource(NotificationService notifications, Caller caller) {
    this.notifications = notifications;
    this.caller = caller;
  }

  @GET
  @Access
  @Operation(
      operationId = "listNotifications",
      summary = "List what I was told, newest first",
      description = "What the caller may not see any more is not among it.")
  public Uni<Page<NotificationView>> list(
      @Valid @BeanParam NotificationFilter filter, @Valid @BeanParam PageQuery page) {
    return notifications.list(caller.actor(), filter, page);
  }

  @PATCH
  @Path("/{id}/read")
  @Access
  @Operation(operationId = "readNotification", summary = "Mark a notification as read")
  @APIResponse(responseCode = "200", description = "The notification, read")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: none of the caller's")
  @APIResponse(responseCode = "412", description = "OPTIMISTIC_LOCK: If-Match is stale")
  public Uni<NotificationView> read(UUID id, @HeaderParam("If-Match") @Nullable IfMatch expected) {
    return notifications.read(caller.actor(), id, expected);
  }

  @POST
  @Path("/read-all")
  @Access
  @Operation(operationId = "readAllNotifications", summary = "Mark all as read")
  @APIResponse(responseCode = "204", description = "All are read")
  public Uni<Void> readAll() {
    return notifications.readAll(caller.actor());
  }
}
