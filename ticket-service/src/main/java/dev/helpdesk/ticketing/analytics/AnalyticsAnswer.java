package dev.helpdesk.ticketing.analytics;

import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.security.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The figures in the form that was asked for. */
@ApplicationScoped
class AnalyticsAnswer {
  private final ReadAnalytics read;

  AnalyticsAnswer(ReadAnalytics read) {
    this.read = read;
  }

  /** By the format that the caller named, else by what they accept. */
  Uni<Response> of(Actor actor, @Nullable String space, AnalyticsQuery query, String usual) {
    String format = query.format == null ? usual : query.format;
    if (!format.equals("json") && !format.equals("csv")) {
      throw ProblemException.invalid("format", "must be of json, csv");
    }
    return read.read(actor, space, query)
        .map(figures -> format.equals("csv") ? csv(figures) : json(figures));
  }

  private static Response json(Analytics figures) {
    return Response.ok(figures).type("application/json;charset=UTF-8").build();
  }

  private static Response csv(Analytics figures) {
    return Response.ok(AnalyticsCsv.of(figures))
        .type("text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"analytics.csv\"")
        .build();
  }
}
