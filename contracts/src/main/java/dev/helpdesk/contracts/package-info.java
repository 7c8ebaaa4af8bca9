/** What goes over the wire between services: the event envelope, topics and event records. */
@NullMarked
package dev.helpdesk.contracts;

import org.jspecify.annotations.NullMarked;
