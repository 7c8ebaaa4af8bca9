/** Notifications inside of the application: kept, listed, read, streamed. */
@NullMarked
package dev.helpdesk.notification.inapp;

import org.jspecify.annotations.NullMarked;
