/** Deadlines: when a ticket is due, and whether that has passed. */
@NullMarked
package dev.helpdesk.ticketing.sla;

import org.jspecify.annotations.NullMarked;
