/** What an email address is here, and its one spelling. */
@NullMarked
package dev.helpdesk.auth.email;

import org.jspecify.annotations.NullMarked;
