package dev.helpdesk.auth.email;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An address in its normal spelling; whether there must be one is another question. */
@Constraint(validatedBy = {})
@Pattern(regexp = "|" + EmailAddress.PATTERN)
@ReportAsSingleViolation
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface ValidEmail {
  String message() default "must be an email address of plain letters";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
