/** What the stack decides before it starts anything. */
@NullMarked
package dev.helpdesk.local;

import org.jspecify.annotations.NullMarked;
