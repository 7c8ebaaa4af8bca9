package dev.helpdesk.notification.delivery;

import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Who;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Deliveries over HTTP, for admins. */
@Path("/api/v1/deliveries")
@Tag(name = "Deliveries", description = "What became of every mail")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class DeliveryResource {
  private final DeliveryService deliveries;

  DeliveryResource(DeliveryService deliveries) {
    this.deliveries = deliveries;
  }

  @GET
  @Access(Who.ADMIN)
  @Operation(summary = "List deliveries, newest first")
  public Uni<Page<DeliveryView>> list(
      @Valid @BeanParam DeliveryFilter filter, @Valid @BeanParam PageQuery page) {
    return deliveries.list(filter, page);
  }

  @POST
  @Path("/{id}/retry")
  @Access(Who.ADMIN)
  @Operation(summary = "Try a parked or waiting delivery again at once")
  public Uni<DeliveryView> retry(UUID id) {
    return deliveries.retry(id);
  }
}
