/** Sessions as families of refresh tokens: opened, turned over, ended. */
@NullMarked
package dev.helpdesk.auth.session;

import org.jspecify.annotations.NullMarked;
