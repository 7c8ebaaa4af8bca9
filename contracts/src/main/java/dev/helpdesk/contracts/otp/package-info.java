/** Events about one-time passwords. */
@NullMarked
package dev.helpdesk.contracts.otp;

import org.jspecify.annotations.NullMarked;
