/** What a mail says, and how it goes to SMTP. */
@NullMarked
package dev.helpdesk.notification.mail;

import org.jspecify.annotations.NullMarked;
