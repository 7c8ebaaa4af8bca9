/** What people chose to be told of, how, and the links that end it. */
@NullMarked
package dev.helpdesk.notification.preference;

import org.jspecify.annotations.NullMarked;
