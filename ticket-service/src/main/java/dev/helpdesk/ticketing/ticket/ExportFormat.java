package dev.helpdesk.ticketing.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.smallrye.mutiny.Multi;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/** The forms of an export. */
enum ExportFormat {
  JSON("application/json;charset=UTF-8"),
  CSV("text/csv;charset=UTF-8");

  final String mediaType;

  ExportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  static ExportFormat of(String name) {
    return switch (name) {
      case "json" -> JSON;
      case "csv" -> CSV;
      default -> throw new IllegalArgumentException("no such format");
    };
  }

  String fileName() {
    return "tickets." + name().toLowerCase(Locale.ROOT);
  }

  /** The parts of the answer; each is followed by a line feed on its way out. */
  Multi<byte[]> write(Multi<List<TicketView>> batches, ObjectWriter json) {
    return this == CSV ? csv(batches) : json(batches, json);
  }

  private static Multi<byte[]> csv(Multi<List<TicketView>> batches) {
    return Multi.createBy()
        .concatenating()
        .streams(
            Multi.createFrom().item(line(CsvTickets.HEADER)),
            batches.onItem().transform(batch -> line(CsvTickets.lines(batch))));
  }

  private static Multi<byte[]> json(Multi<List<TicketView>> batches, ObjectWriter json) {
    AtomicBoolean begun = new AtomicBoolean();
    return Multi.createBy()
        .concatenating()
        .streams(
            Multi.createFrom().item(bytes("[")),
            batches.onItem().transform(batch -> items(batch, json, begun)),
            Multi.createFrom().item(bytes("]")));
  }

  /** A comma before every ticket but the very first. */
  private static byte[] items(List<TicketView> batch, ObjectWriter json, AtomicBoolean begun) {
    StringBuilder text = new StringBuilder(batch.size() * 800);
    for (TicketView ticket : batch) {
      text.append(begun.getAndSet(true) ? ",\n" : "");
      try {
        text.append(json.writeValueAsString(ticket));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("A ticket that cannot be written", e);
      }
    }
    return bytes(text.toString());
  }

  /** Without the line feed at its end, which is to follow. */
  private static byte[] line(String text) {
    return bytes(text.substring(0, text.length() - 1));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
