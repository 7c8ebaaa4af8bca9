package dev.helpdesk.ticketing.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.helpdesk.kit.problem.ProblemException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of each ticket, in the order in which they were named. */
record BulkResults(List<Result> results) {

  /** One ticket: 200 with its new version, or what a change of it alone would have answered. */
  @Schema(name = "BulkResult")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(
      @Schema(examples = "SA-1") String ticketId,
      int status,
      @Schema(examples = "FORBIDDEN") @Nullable String code,
      @Nullable String detail,
      @Nullable Integer version) {

    static Result of(TicketView ticket) {
      return new Result(ticket.ticketId(), 200, null, null, ticket.version());
    }

    static Result of(String named, ProblemException refusal) {
      return new Result(
          named, refusal.code().status(), refusal.code().code(), refusal.getMessage(), null);
    }
  }
}
