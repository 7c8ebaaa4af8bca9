/** The infrastructure, each part started for real. */
@NullMarked
package dev.helpdesk.local.infra;

import org.jspecify.annotations.NullMarked;
