package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.kit.web.StrictJson;
import dev.helpdesk.ticketing.directory.PersonView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tickets as RFC 4180 lines. Written by hand: a quote and a comma are all there is to it, and a
 * million rows go through here.
 */
public final class CsvTickets {
  static final String HEADER =
      "ticketId,title,description,status,priority,severity,category,tags,requester,assignee,"
          + "dueDate,slaDueAt,breached,createdAt,updatedAt,resolvedAt,closedAt\r\n";

  private CsvTickets() {}

  static String lines(List<TicketView> tickets) {
    StringBuilder lines = new StringBuilder(tickets.size() * 500);
    tickets.forEach(ticket -> line(lines, ticket));
    return lines.toString();
  }

  private static void line(StringBuilder line, TicketView ticket) {
    cell(line, ticket.ticketId());
    next(line, ticket.title());
    next(line, ticket.description());
    next(line, ticket.status().wire());
    next(line, ticket.priority().wire());
    next(line, ticket.severity().wire());
    next(line, ticket.category());
    next(line, String.join(",", ticket.tags()));
    next(line, email(ticket.requester()));
    next(line, email(ticket.assignee()));
    next(line, ticket.dueDate() == null ? "" : ticket.dueDate().toString());
    next(line, time(ticket.slaDueAt()));
    next(line, Boolean.toString(ticket.breached()));
    next(line, time(ticket.createdAt()));
    next(line, time(ticket.updatedAt()));
    next(line, time(ticket.resolvedAt()));
    next(line, time(ticket.closedAt()));
    line.append("\r\n");
  }

  private static void next(StringBuilder line, String value) {
    line.append(',');
    cell(line, value);
  }

  /** What a spreadsheet would run as a formula is kept from it by an apostrophe. */
  public static void cell(StringBuilder line, String value) {
    String safe = isFormula(value) ? "'" + value : value;
    if (needsQuotes(safe)) {
      line.append('"').append(safe.replace("\"", "\"\"")).append('"');
    } else {
      line.append(safe);
    }
  }

  private static boolean isFormula(String value) {
    return !value.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(value.charAt(0)) >= 0;
  }

  private static boolean needsQuotes(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == ',' || c == '\r' || c == '\n') {
        return true;
      }
    }
    return false;
  }

  private static String email(@Nullable PersonView person) {
    return person == null ? "" : person.email();
  }

  private static String time(@Nullable Instant instant) {
    return instant == null ? "" : StrictJson.format(instant);
  }
}
