package dev.helpdesk.auth.account;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A name that is safe in a mail's header: no control characters, line or paragraph separators, and
 * nothing that turns the direction of writing.
 */
@Constraint(validatedBy = {})
@Pattern(regexp = "[^\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]{0,100}")
@ReportAsSingleViolation
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@interface PersonName {
  String message() default "must be 1 to 100 characters, none of them a control character";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
