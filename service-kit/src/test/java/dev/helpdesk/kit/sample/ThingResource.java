package dev.helpdesk.kit.sample;

import dev.helpdesk.kit.idempotency.Created;
import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Caller;
import dev.helpdesk.kit.security.Who;
import dev.helpdesk.kit.web.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/things")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ThingResource {
  private final ThingService things;
  private final PairService pairs;
  private final Caller caller;

  ThingResource(ThingService things, PairService pairs, Caller caller) {
    this.things = things;
    this.pairs = pairs;
    this.caller = caller;
  }

  @POST
  @Access
  public Uni<Response> create(@Valid @NotNull CreateThing body) {
    return things.create(caller.actor(), body).map(Created::answer);
  }

  @POST
  @Path("/pairs")
  @Access
  public Uni<ThingView> pair(@Valid @NotNull CreateThing body) {
    return pairs.make(caller.actor(), body);
  }

  @GET
  @Access
  public Uni<Page<ThingView>> list(
      @Valid @BeanParam PageQuery page,
      @RestQuery @Nullable String prefix,
      @RestQuery boolean down) {
    return things.list(page, prefix, down);
  }

  @GET
  @Path("/{id}")
  @Access
  public Uni<ThingView> get(UUID id) {
    return things.get(id);
  }

  @PATCH
  @Path("/{id}")
  @Access
  public Uni<ThingView> rename(
      UUID id,
      @Valid @NotNull RenameThing body,
      @HeaderParam("If-Match") @Nullable IfMatch expected) {
    return things.rename(id, body, expected);
  }

  @GET
  @Path("/public")
  @Access(Who.ANYONE)
  public String anyone() {
    return "\"open\"";
  }

  @GET
  @Path("/agents")
  @Access(Who.AGENT)
  public String agents() {
    return "\"agents\"";
  }

  @GET
  @Path("/admins")
  @Access(Who.ADMIN)
  public String admins() {
    return "\"admins\"";
  }

  @GET
  @Path("/unannotated")
  public String unannotated() {
    return "\"never\"";
  }

  @GET
  @Path("/fault")
  @Access
  public Uni<String> fault() {
    throw new IllegalStateException("SELECT secret FROM dev.helpdesk at java.lang");
  }
}
