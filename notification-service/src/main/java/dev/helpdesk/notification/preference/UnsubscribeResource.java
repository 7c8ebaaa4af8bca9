package dev.helpdesk.notification.preference;

import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Who;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * The links in mails that end mails. Opening one changes nothing, because mail scanners open every
 * link; the button on its page, or a mail client's own, sends the POST.
 */
@Path("/api/v1/unsubscribe/{token}")
@Tag(name = "Unsubscribe", description = "Links in mails that end mails")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class UnsubscribeResource {
  private final Unsubscribe unsubscribe;

  UnsubscribeResource(Unsubscribe unsubscribe) {
    this.unsubscribe = unsubscribe;
  }

  @GET
  @Access(Who.SIGNED)
  @Operation(
      operationId = "showUnsubscribe",
      summary = "A page that asks which mails are to end; changes nothing")
  @APIResponse(responseCode = "200", description = "The page")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: no link of ours")
  public Uni<String> show(String token) {
    return unsubscribe.page(token);
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Access(Who.SIGNED)
  @Operation(
      operationId = "unsubscribe",
      summary = "End the mails of the link's type, or all about tickets (one click, RFC 8058)")
  @APIResponse(responseCode = "200", description = "A page that says so")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: no link of ours")
  public Uni<String> end(
      String token,
      @RestQuery
          @Pattern(regexp = "type|all", message = "must be type or all")
          @Parameter(description = "type (default) or all")
          @Nullable String scope) {
    return unsubscribe.end(token, "all".equals(scope));
  }
}
