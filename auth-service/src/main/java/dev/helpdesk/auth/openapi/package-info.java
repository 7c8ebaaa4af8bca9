/** What the API document says of every endpoint alike. */
@NullMarked
package dev.helpdesk.auth.openapi;

import org.jspecify.annotations.NullMarked;
