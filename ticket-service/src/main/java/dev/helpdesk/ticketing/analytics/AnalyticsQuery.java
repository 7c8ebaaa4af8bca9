package dev.helpdesk.ticketing.analytics;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which period the figures are about, as the caller wrote it. */
@RegisterForReflection
public class AnalyticsQuery {
  @RestQuery
  @Size(max = 40)
  @Parameter(
      description =
          "The first day, or an instant; without it the period is the thirty days up to its end",
      example = "2026-01-01")
  public @Nullable String from;

  @RestQuery
  @Size(max = 40)
  @Parameter(
      description = "The last day, or the instant before which it ends; today without it",
      example = "2026-01-31")
  public @Nullable String to;

  @RestQuery
  @Size(max = 50)
  @Parameter(
      description = "An IANA time zone, in which days begin and end; UTC without it",
      example = "Europe/Berlin")
  public @Nullable String timezone;

  @RestQuery
  @Size(max = 10)
  @Parameter(description = "json (default) or csv", example = "csv")
  public @Nullable String format;
}
