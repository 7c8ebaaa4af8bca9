package dev.helpdesk.kit.problem;

import java.util.Map;

/** A feature's named database constraints and the code that a violation of each means. */
public interface ConstraintErrors {
  Map<String, ErrorCode> byConstraint();
}
