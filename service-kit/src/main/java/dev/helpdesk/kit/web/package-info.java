/** What every HTTP answer has in common: trace id, security headers, strict input, size limits. */
@NullMarked
package dev.helpdesk.kit.web;

import org.jspecify.annotations.NullMarked;
