package dev.helpdesk.notification.deadletter;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What an admin looks for. */
@RegisterForReflection
public class DeadLetterFilter {
  @RestQuery
  @Pattern(regexp = "true|false", message = "must be true or false")
  @Parameter(description = "true: only those that were sent again; false: only the others")
  public @Nullable String replayed;
}
