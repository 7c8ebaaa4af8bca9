package dev.helpdesk.ticketing.analytics;

import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * Figures over HTTP: of one space, or of all that the caller sees.
 *
 * <p>Public, because javac gives a public class bridges for methods of a hidden one, and those
 * would pass validation and access control by.
 */
public abstract class AnalyticsRoutes {
  private final AnalyticsAnswer answer;
  private final Caller caller;

  AnalyticsRoutes(AnalyticsAnswer answer, Caller caller) {
    this.answer = answer;
    this.caller = caller;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Access
  @Operation(
      summary = "Read figures about tickets",
      description =
          "Of a period in a time zone, over what the caller sees; as JSON, or as CSV with one figure a line.")
  @APIResponse(
      responseCode = "200",
      description = "The figures",
      content = @Content(schema = @Schema(implementation = Analytics.class)))
  public Uni<Response> read(
      @RestPath @Nullable String space, @Valid @BeanParam AnalyticsQuery query) {
    return answer.of(caller.actor(), space, query, "json");
  }

  /** The same for those who accept only CSV. */
  @GET
  @Produces("text/csv")
  @Access
  @Operation(hidden = true)
  public Uni<Response> readAsCsv(
      @RestPath @Nullable String space, @Valid @BeanParam AnalyticsQuery query) {
    return answer.of(caller.actor(), space, query, "csv");
  }
}
