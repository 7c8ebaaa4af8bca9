/** The doors: sign-in, refresh, sign-out, forgotten password. */
@NullMarked
package dev.helpdesk.auth.signin;

import org.jspecify.annotations.NullMarked;
