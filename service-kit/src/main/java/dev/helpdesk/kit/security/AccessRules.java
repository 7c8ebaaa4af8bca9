package dev.helpdesk.kit.security;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** The rule of a resource method: its own, else its class's. */
final class AccessRules {
  private AccessRules() {}

  static @Nullable Who find(Method method) {
    Access own = method.getAnnotation(Access.class);
    Access access = own != null ? own : method.getDeclaringClass().getAnnotation(Access.class);
    return access == null ? null : access.value();
  }

  static Who of(Method method) {
    Who who = find(method);
    if (who == null) {
      throw new IllegalStateException(method + " does not say who may call it");
    }
    return who;
  }
}
