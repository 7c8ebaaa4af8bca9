package dev.helpdesk.ticketing.ticket;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helpdesk.kit.security.Actor;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** Exports as HTTP answers. */
@ApplicationScoped
class ExportTickets {
  private final TicketExport export;
  private final ObjectMapper json;

  ExportTickets(TicketExport export, ObjectMapper json) {
    this.export = export;
    this.json = json;
  }

  /** What is wrong with the request is found out before the answer begins. */
  Multi<byte[]> answer(
      Actor actor, @Nullable String space, @Nullable String format, TicketFilter filter) {
    ExportFormat form =
        FilterValues.one("format", format == null ? "json" : format, ExportFormat::of, "json, csv");
    return RestMulti.fromUniResponse(
        export.order(actor, space, filter),
        order -> form.write(export.read(order), json.writer()),
        order -> headers(form));
  }

  private static Map<String, List<String>> headers(ExportFormat form) {
    return Map.of(
        "Content-Type", List.of(form.mediaType),
        "Content-Disposition", List.of("attachment; filename=\"" + form.fileName() + "\""));
  }
}
