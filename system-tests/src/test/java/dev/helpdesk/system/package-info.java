/** The whole system over HTTP, as its users and its operators meet it. */
@NullMarked
package dev.helpdesk.system;

import org.jspecify.annotations.NullMarked;
