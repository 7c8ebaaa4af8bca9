/** Takes events from the broker and makes deliveries due. */
@NullMarked
package dev.helpdesk.notification.inbox;

import org.jspecify.annotations.NullMarked;
