/** Finds tickets and comments by their words, as far as the reader sees them. */
@NullMarked
package dev.helpdesk.ticketing.search;

import org.jspecify.annotations.NullMarked;
