/** People: registration, profile, administration, and what others are told of them. */
@NullMarked
package dev.helpdesk.auth.account;

import org.jspecify.annotations.NullMarked;
