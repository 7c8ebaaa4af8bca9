package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.ticketing.space.Standing;
import java.util.List;
import java.util.UUID;

/**
 * A ticket as somebody finds it who sees it. Watchers are only read for a change: all who may still
 * see the ticket, and those of them who read internal comments.
 */
public record SeenTicket(
    Ticket ticket, Standing standing, List<UUID> watchers, List<UUID> staffWatchers) {}
