/** A repeated POST has one effect; recorded in the transaction of that effect. */
@NullMarked
package dev.helpdesk.kit.idempotency;

import org.jspecify.annotations.NullMarked;
