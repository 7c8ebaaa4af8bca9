/** What keeps the tables small. */
@NullMarked
package dev.helpdesk.auth.operation;

import org.jspecify.annotations.NullMarked;
