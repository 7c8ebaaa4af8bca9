/** A small service made of nothing but the kit, for the kit's tests. */
@NullMarked
package dev.helpdesk.kit.sample;

import org.jspecify.annotations.NullMarked;
