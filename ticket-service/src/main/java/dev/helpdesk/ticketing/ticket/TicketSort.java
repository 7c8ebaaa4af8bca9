package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.kit.page.Sort;
import java.util.Arrays;

/** The orders of ticket lists; each ends in a unique column, so that it is total. */
enum TicketSort {
  TICKET_ID("ticketId", "t.space_key", "text", "t.number", "integer"),
  PRIORITY("priority", "t.priority", "smallint"),
  SEVERITY("severity", "t.severity", "smallint"),
  CREATED_AT("createdAt", "t.created_at", "timestamptz"),
  UPDATED_AT("updatedAt", "t.updated_at", "timestamptz"),
  DUE_DATE("dueDate", "COALESCE(t.due_date, %s)", "date"),
  SLA_DUE_AT("slaDueAt", "t.sla_due_at", "timestamptz");

  static final String KNOWN =
      "ticketId, priority, severity, createdAt, updatedAt, dueDate, slaDueAt";

  private final String wire;
  private final String expression;
  private final String type;
  final String id;
  final String idType;

  TicketSort(String wire, String expression, String type) {
    this(wire, expression, type, "t.id", "uuid");
  }

  TicketSort(String wire, String expression, String type, String id, String idType) {
    this.wire = wire;
    this.expression = expression;
    this.type = type;
    this.id = id;
    this.idType = idType;
  }

  /** Empty dates come last in both directions. */
  Sort in(boolean descending) {
    String last = descending ? "'-infinity'::date" : "'infinity'::date";
    return new Sort(expression.formatted(last), type, descending);
  }

  static TicketSort of(String name) {
    return Arrays.stream(values())
        .filter(sort -> sort.wire.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such order"));
  }
}
