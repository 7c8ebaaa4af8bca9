/** How often a caller may call. */
@NullMarked
package dev.helpdesk.kit.limit;

import org.jspecify.annotations.NullMarked;
