package dev.helpdesk.notification.delivery;

import java.util.UUID;

/** The ticket that a mail is about, and whether only staff may know of it. */
public record TicketPlace(UUID id, String key, UUID space, boolean internal) {}
