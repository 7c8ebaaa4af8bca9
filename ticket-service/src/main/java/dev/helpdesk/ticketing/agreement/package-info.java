/** What a space promises, and the workers that hold its tickets to it. */
@NullMarked
package dev.helpdesk.ticketing.agreement;

import org.jspecify.annotations.NullMarked;
