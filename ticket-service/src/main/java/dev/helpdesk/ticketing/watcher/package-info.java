/** Who wants to hear of a ticket. */
@NullMarked
package dev.helpdesk.ticketing.watcher;

import org.jspecify.annotations.NullMarked;
