/** Starts, watches and stops the whole system on one machine. */
@NullMarked
package dev.helpdesk.local;

import org.jspecify.annotations.NullMarked;
