package dev.helpdesk.ticketing.ticket;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helpdesk.kit.security.Actor;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
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
    Multi<byte[]> parts =
        export
            .order(actor, space, filter)
            .onItem()
            .transformToMulti(order -> form.write(export.read(order), json.writer()));
    return RestMulti.fromMultiData(parts)
        .encodeAsJsonArray(false)
        .header("Content-Type", form.mediaType)
        .header("Content-Disposition", "attachment; filename=\"" + form.fileName() + "\"")
        .build();
  }
}
