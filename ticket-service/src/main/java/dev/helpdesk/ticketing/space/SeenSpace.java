package dev.helpdesk.ticketing.space;

import dev.helpdesk.ticketing.sla.SlaPolicy;
import java.util.List;
import java.util.UUID;

/** A space as somebody finds it who sees it; staff are its owners and agents. */
public record SeenSpace(UUID id, String key, Standing standing, List<UUID> staff, SlaPolicy sla) {}
