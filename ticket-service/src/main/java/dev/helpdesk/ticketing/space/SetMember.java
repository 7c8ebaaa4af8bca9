package dev.helpdesk.ticketing.space;

import jakarta.validation.constraints.NotNull;

/** The role that somebody is to have. */
record SetMember(@NotNull MemberRole role) {}
