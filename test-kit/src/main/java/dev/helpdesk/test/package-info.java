/** What the tests of every service share: real PostgreSQL, Kafka and SMTP, tokens, assertions. */
@NullMarked
package dev.helpdesk.test;

import org.jspecify.annotations.NullMarked;
