package dev.helpdesk.kit.operation;

import java.util.Optional;

/** A setting of this service that must not go into production. */
public interface UnsafeSetting {
  /** The setting's name if it is unsafe now, with why; empty if it is safe. */
  Optional<String> complaint();
}
