/** Figures about tickets: how many, how quickly, how well promises were kept. */
@NullMarked
package dev.helpdesk.ticketing.analytics;

import org.jspecify.annotations.NullMarked;
