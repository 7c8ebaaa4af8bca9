/** Deadlines: when a ticket is due by its space's policy, and why. */
@NullMarked
package dev.helpdesk.ticketing.sla;

import org.jspecify.annotations.NullMarked;
