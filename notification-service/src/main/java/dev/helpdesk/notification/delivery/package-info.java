/** The durable queue of mails: due, claimed, sent or parked, and seen by operators. */
@NullMarked
package dev.helpdesk.notification.delivery;

import org.jspecify.annotations.NullMarked;
