package dev.helpdesk.notification.inapp;

import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Caller;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** The caller's notifications as they come, over HTTP. */
@Path("/api/v1/notifications/stream")
@Tag(name = "Notifications")
@SecurityRequirement(name = "bearer")
public class StreamResource {
  private final NotificationStream stream;
  private final Heartbeat heartbeat;
  private final Caller caller;
  private final CurrentIdentityAssociation identity;

  StreamResource(
      NotificationStream stream,
      Heartbeat heartbeat,
      Caller caller,
      CurrentIdentityAssociation identity) {
    this.stream = stream;
    this.heartbeat = heartbeat;
    this.caller = caller;
    this.identity = identity;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  @ResponseHeader(name = "X-Accel-Buffering", value = "no")
  @Access
  @Operation(
      operationId = "streamNotifications",
      summary = "Follow what I am told (Server-Sent Events)",
      description =
          "Each event has the notification's id, its type as name and the notification as data."
              + " With Last-Event-ID it goes on after that one, without gap or repeat. It ends when"
              + " the token does.")
  @APIResponse(
      responseCode = "200",
      description = "Notifications as they come",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = NotificationView.class)))
  public Multi<OutboundSseEvent> follow(
      @HeaderParam("Last-Event-ID")
          @Pattern(
              regexp = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
              message = "must be the id of an event")
          @Parameter(description = "The last event that was seen")
          @Nullable String lastEventId,
      @Context Sse sse) {
    UUID seen = lastEventId == null ? null : UUID.fromString(lastEventId);
    Multi<OutboundSseEvent> events =
        stream.open(caller.actor().id(), seen).map(view -> event(sse, view));
    return identity
        .getDeferredIdentity()
        .onItem()
        .transformToMulti(known -> heartbeat.during(events, left(known), sse));
  }

  private static Duration left(SecurityIdentity known) {
    JsonWebToken token = (JsonWebToken) known.getPrincipal();
    return Duration.between(Instant.now(), Instant.ofEpochSecond(token.getExpirationTime()));
  }

  private static OutboundSseEvent event(Sse sse, NotificationView view) {
    return sse.newEventBuilder()
        .id(view.id().toString())
        .name(view.type())
        .mediaType(MediaType.APPLICATION_JSON_TYPE)
        .data(NotificationView.class, view)
        .build();
  }
}
