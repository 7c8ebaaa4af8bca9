/** GitHub, both ways: tickets brought to issues, and what happens to issues brought to tickets. */
@NullMarked
package dev.helpdesk.ticketing.github;

import org.jspecify.annotations.NullMarked;
