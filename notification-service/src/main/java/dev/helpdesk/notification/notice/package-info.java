/** What people are told of, and who is told what because of an event. */
@NullMarked
package dev.helpdesk.notification.notice;

import org.jspecify.annotations.NullMarked;
