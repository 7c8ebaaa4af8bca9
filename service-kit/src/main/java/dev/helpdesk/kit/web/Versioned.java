package dev.helpdesk.kit.web;

/**
 * A view of a mutable resource; its version becomes the ETag of an answer that is just this view.
 */
public interface Versioned {
  int version();
}
