/** Events that could not be handled: seen by operators, sent again by their hand. */
@NullMarked
package dev.helpdesk.notification.deadletter;

import org.jspecify.annotations.NullMarked;
