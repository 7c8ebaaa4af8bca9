/** What an operator sees and what stops an unsafe start. */
@NullMarked
package dev.helpdesk.kit.operation;

import org.jspecify.annotations.NullMarked;
