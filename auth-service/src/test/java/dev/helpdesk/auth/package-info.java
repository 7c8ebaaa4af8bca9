/** Tests of the identities, from the outside and rule by rule. */
@NullMarked
package dev.helpdesk.auth;

import org.jspecify.annotations.NullMarked;
