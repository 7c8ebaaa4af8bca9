/** What happened to a ticket: written with each change, only ever added to. */
@NullMarked
package dev.helpdesk.ticketing.timeline;

import org.jspecify.annotations.NullMarked;
