/** Spaces: where tickets live, who may see them and who owns them. */
@NullMarked
package dev.helpdesk.ticketing.space;

import org.jspecify.annotations.NullMarked;
