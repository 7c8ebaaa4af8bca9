package dev.helpdesk.notification.delivery;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What an admin looks for. */
@RegisterForReflection
public class DeliveryFilter {
  @RestQuery
  @Pattern(regexp = "pending|sent|parked", message = "must be pending, sent or parked")
  @Parameter(description = "pending, sent or parked")
  public @Nullable String status;

  @RestQuery
  @Size(max = 254)
  @Parameter(description = "The whole address, in any case")
  public @Nullable String recipient;

  @RestQuery
  @Size(max = 40)
  @Parameter(description = "The ticket's key, in any case, or its id", example = "SA-1")
  public @Nullable String ticket;
}
