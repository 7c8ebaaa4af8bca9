/** The gateway before services that are made up. */
@NullMarked
package dev.helpdesk.local.gateway;

import org.jspecify.annotations.NullMarked;
