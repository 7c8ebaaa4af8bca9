package dev.helpdesk.contracts.ticket;

import java.util.UUID;

/** A space as it was after the event. */
public record SpaceState(
    UUID id,
    String spaceKey,
    String name,
    String description,
    String visibility,
    boolean publicIntake,
    UUID ownerId,
    int version) {}
