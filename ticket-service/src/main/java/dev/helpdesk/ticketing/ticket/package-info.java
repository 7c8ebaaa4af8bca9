/** Tickets: what they are, who may change what of them, and how they move. */
@NullMarked
package dev.helpdesk.ticketing.ticket;

import org.jspecify.annotations.NullMarked;
