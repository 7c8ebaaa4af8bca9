/** One origin for the three services: routing, forwarding headers, one OpenAPI, a start page. */
@NullMarked
package dev.helpdesk.local.gateway;

import org.jspecify.annotations.NullMarked;
