package dev.helpdesk.auth.password;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A new password that is strong enough and that bcrypt takes whole. */
@Constraint(validatedBy = PasswordRule.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface ValidPassword {
  String message() default
      "must have at least 8 characters, one upper, one lower, one digit, one special,"
          + " and at most 72 bytes";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
