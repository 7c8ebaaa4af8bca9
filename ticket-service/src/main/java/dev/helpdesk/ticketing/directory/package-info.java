/** People as this service knows them: from user events, and from a caller's token before those. */
@NullMarked
package dev.helpdesk.ticketing.directory;

import org.jspecify.annotations.NullMarked;
