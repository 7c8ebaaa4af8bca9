/** Holds images, compose and Kubernetes manifests to each other and to what the services need. */
@NullMarked
package dev.helpdesk.deployment;

import org.jspecify.annotations.NullMarked;
