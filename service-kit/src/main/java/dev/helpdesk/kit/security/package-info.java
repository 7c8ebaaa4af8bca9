/** Who calls, whether the token holds, and who may call what; deny by default. */
@NullMarked
package dev.helpdesk.kit.security;

import org.jspecify.annotations.NullMarked;
