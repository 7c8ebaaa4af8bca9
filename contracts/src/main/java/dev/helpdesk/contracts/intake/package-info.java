/** Events about tickets that people file without an account. */
@NullMarked
package dev.helpdesk.contracts.intake;

import org.jspecify.annotations.NullMarked;
