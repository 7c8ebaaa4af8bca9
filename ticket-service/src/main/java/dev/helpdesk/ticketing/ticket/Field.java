package dev.helpdesk.ticketing.ticket;

/** What may change of a ticket, by its name in the API. */
enum Field {
  TITLE("title"),
  DESCRIPTION("description"),
  STATUS("status"),
  PRIORITY("priority"),
  SEVERITY("severity"),
  CATEGORY("category"),
  TAGS("tags"),
  ASSIGNEE("assignee"),
  DUE_DATE("dueDate"),
  SLA_MINUTES("slaMinutes"),
  GITHUB("github");

  private final String wire;

  Field(String wire) {
    this.wire = wire;
  }

  String wire() {
    return wire;
  }
}
