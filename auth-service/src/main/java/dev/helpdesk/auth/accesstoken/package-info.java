/** Personal access tokens for REST clients. */
@NullMarked
package dev.helpdesk.auth.accesstoken;

import org.jspecify.annotations.NullMarked;
