/** An event has its effect once, however often the broker delivers it. */
@NullMarked
package dev.helpdesk.kit.inbox;

import org.jspecify.annotations.NullMarked;
