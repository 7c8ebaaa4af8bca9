/** Use cases that run on the reactive client itself rather than in a Hibernate session. */
@NullMarked
package dev.helpdesk.kit.sql;

import org.jspecify.annotations.NullMarked;
