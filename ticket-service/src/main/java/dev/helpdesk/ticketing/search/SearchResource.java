package dev.helpdesk.ticketing.search;

import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Full-text search over HTTP. */
@Path("/api/v1/search")
@Tag(name = "Search")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SearchResource {
  private final FullText fullText;
  private final Caller caller;

  SearchResource(FullText fullText, Caller caller) {
    this.fullText = fullText;
    this.caller = caller;
  }

  @GET
  @Access
  @Operation(
      summary = "Search tickets and comments",
      description =
          "Over titles, descriptions and comments that the caller sees, best hits first. The newest 5000 hits are ranked.")
  public Uni<Page<SearchHit>> search(
      @Valid @BeanParam SearchQuery query, @Valid @BeanParam PageQuery page) {
    return fullText.find(caller.actor(), query, page);
  }
}
