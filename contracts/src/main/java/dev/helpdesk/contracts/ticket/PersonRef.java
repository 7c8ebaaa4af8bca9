package dev.helpdesk.contracts.ticket;

import java.util.UUID;

/** Somebody, as they were called at the time of the event. */
public record PersonRef(UUID id, String name, String email) {}
