/** Events leave in the transaction of their change and reach the broker in commit order per key. */
@NullMarked
package dev.helpdesk.kit.outbox;

import org.jspecify.annotations.NullMarked;
