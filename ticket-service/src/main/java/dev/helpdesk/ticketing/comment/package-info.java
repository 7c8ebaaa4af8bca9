/** What people say about a ticket, to all who see it or among those who work on it. */
@NullMarked
package dev.helpdesk.ticketing.comment;

import org.jspecify.annotations.NullMarked;
