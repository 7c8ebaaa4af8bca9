/** One ticket as a whole: what it is, what was said and what happened. */
@NullMarked
package dev.helpdesk.ticketing.detail;

import org.jspecify.annotations.NullMarked;
