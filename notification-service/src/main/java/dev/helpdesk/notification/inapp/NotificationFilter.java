package dev.helpdesk.notification.inapp;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What somebody looks for among their notifications. */
@RegisterForReflection
public class NotificationFilter {
  @RestQuery
  @Pattern(regexp = "true|false", message = "must be true or false")
  @Parameter(description = "true: only unread ones; false: only read ones")
  public @Nullable String unread;
}
