package dev.helpdesk.ticketing.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How many tickets stand where. */
public record TicketStats(
    long open,
    @JsonProperty("in_progress") long inProgress,
    long waiting,
    long resolved,
    long closed,
    long total,
    long breached) {}
