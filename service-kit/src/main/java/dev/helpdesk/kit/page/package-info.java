/** Lists: three ways to page, one implementation. */
@NullMarked
package dev.helpdesk.kit.page;

import org.jspecify.annotations.NullMarked;
