/**
 * PostgreSQL, Kafka, a mail catcher and a cuttable wire, run without Docker; tests use them too.
 */
@NullMarked
package dev.helpdesk.local.infra;

import org.jspecify.annotations.NullMarked;
