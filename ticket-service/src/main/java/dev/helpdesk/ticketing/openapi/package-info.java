/** What the OpenAPI document says beyond the annotations. */
@NullMarked
package dev.helpdesk.ticketing.openapi;

import org.jspecify.annotations.NullMarked;
