package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Caller;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Tickets as a whole over HTTP: of one space, or of all that the caller sees.
 *
 * <p>Public, because javac gives a public class bridges for methods of a hidden one, and those
 * would pass validation and access control by.
 */
public abstract class ListRoutes {
  private final TicketLists lists;
  private final ExportTickets export;
  private final Caller caller;

  ListRoutes(TicketLists lists, ExportTickets export, Caller caller) {
    this.lists = lists;
    this.export = export;
    this.caller = caller;
  }

  @GET
  @Access
  @Operation(summary = "List tickets", description = "All that match all filters given.")
  public Uni<Page<TicketView>> list(
      @RestPath @Nullable String space,
      @Valid @BeanParam TicketFilter filter,
      @Valid @BeanParam PageQuery page) {
    return lists.list(caller.actor(), space, filter, page);
  }

  @GET
  @Path("/breached")
  @Access
  @Operation(
      summary = "List tickets whose deadline has passed unresolved",
      description = "Exact at the instant of asking; takes the list's filters.")
  public Uni<Page<TicketView>> breached(
      @RestPath @Nullable String space,
      @Valid @BeanParam TicketFilter filter,
      @Valid @BeanParam PageQuery page) {
    return lists.list(caller.actor(), space, filter.onlyBreached(), page);
  }

  @GET
  @Path("/stats")
  @Access
  @Operation(summary = "Count tickets by status")
  public Uni<TicketStats> stats(@RestPath @Nullable String space) {
    return lists.stats(caller.actor(), space);
  }

  @GET
  @Path("/export")
  @Produces(MediaType.APPLICATION_JSON)
  @Access
  @Operation(
      summary = "Export tickets",
      description =
          "All that match the list's filters, out of one snapshot, as a JSON array or as CSV. An"
              + " export that takes longer than helpdesk.export.at-most, or that is not read for"
              + " helpdesk.export.stalled, is cut off.")
  @APIResponse(responseCode = "200", description = "The tickets")
  public Multi<byte[]> export(
      @RestPath @Nullable String space,
      @Parameter(description = "json (default) or csv", example = "csv") @RestQuery
          @Nullable String format,
      @Valid @BeanParam TicketFilter filter) {
    return export.answer(caller.actor(), space, format, filter);
  }

  /** The same for those who accept only CSV; the format alone says what is sent. */
  @GET
  @Path("/export")
  @Produces("text/csv")
  @Access
  @Operation(hidden = true)
  public Multi<byte[]> exportToCsvReaders(
      @RestPath @Nullable String space,
      @RestQuery @Nullable String format,
      @Valid @BeanParam TicketFilter filter) {
    return export.answer(caller.actor(), space, format, filter);
  }
}
