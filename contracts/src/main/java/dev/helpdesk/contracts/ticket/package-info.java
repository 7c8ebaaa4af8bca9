/** Events about tickets and spaces. */
@NullMarked
package dev.helpdesk.contracts.ticket;

import org.jspecify.annotations.NullMarked;
