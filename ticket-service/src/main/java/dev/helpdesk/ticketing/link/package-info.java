/** Links between tickets: what blocks, duplicates or relates to what. */
@NullMarked
package dev.helpdesk.ticketing.link;

import org.jspecify.annotations.NullMarked;
