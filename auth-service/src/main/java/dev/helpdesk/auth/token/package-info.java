/** Access tokens (JWT), the keys that sign them, and their public halves. */
@NullMarked
package dev.helpdesk.auth.token;

import org.jspecify.annotations.NullMarked;
