/** Passwords: the rule, the hash, and the bounded pool that computes it. */
@NullMarked
package dev.helpdesk.auth.password;

import org.jspecify.annotations.NullMarked;
