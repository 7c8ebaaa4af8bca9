/** One-time passwords: who gets how many, and how often one may be guessed. */
@NullMarked
package dev.helpdesk.auth.otp;

import org.jspecify.annotations.NullMarked;
