package dev.helpdesk.auth;

import dev.helpdesk.test.HelpdeskResource;
import io.quarkus.test.common.QuarkusTestResource;

/** All tests of the service share one start of it. Each says itself that it is a Quarkus test. */
@QuarkusTestResource(HelpdeskResource.class)
public abstract class AuthTest {}
