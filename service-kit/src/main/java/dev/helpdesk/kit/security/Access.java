package dev.helpdesk.kit.security;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says who may call a resource method. A method without it is denied. It is enforced after the
 * request's shape was checked, because the contract puts shape before authentication; Quarkus's own
 * annotations are enforced before the body is read.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {
  @Nonbinding
  Who value() default Who.USER;
}
