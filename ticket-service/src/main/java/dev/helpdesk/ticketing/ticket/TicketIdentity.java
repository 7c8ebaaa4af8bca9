package dev.helpdesk.ticketing.ticket;

import java.util.UUID;

/** What a ticket is called, once and for all. */
public record TicketIdentity(UUID id, UUID spaceId, String spaceKey, int number) {
  public String key() {
    return spaceKey + "-" + number;
  }
}
