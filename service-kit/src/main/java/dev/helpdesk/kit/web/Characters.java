package dev.helpdesk.kit.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Bounds a text's length in characters as people count them, not in Java's UTF-16 units. */
@Documented
@Constraint(validatedBy = Characters.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Characters {
  int min() default 0;

  int max();

  String message() default "must be {min} to {max} characters long";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Counts code points. */
  class Check implements ConstraintValidator<Characters, CharSequence> {
    private int min;
    private int max;

    @Override
    public void initialize(Characters rule) {
      min = rule.min();
      max = rule.max();
    }

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
      if (text == null) {
        return true;
      }
      int length = Character.codePointCount(text, 0, text.length());
      return length >= min && length <= max;
    }
  }
}
