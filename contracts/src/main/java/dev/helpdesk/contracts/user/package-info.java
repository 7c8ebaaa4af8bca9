/** Events about people. */
@NullMarked
package dev.helpdesk.contracts.user;

import org.jspecify.annotations.NullMarked;
