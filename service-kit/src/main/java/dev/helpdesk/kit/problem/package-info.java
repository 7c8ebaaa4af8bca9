/** Every failure, whatever its source, as one RFC 9457 problem document. */
@NullMarked
package dev.helpdesk.kit.problem;

import org.jspecify.annotations.NullMarked;
