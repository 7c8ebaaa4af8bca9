package dev.helpdesk.auth.password;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** What a new password must be like. */
public class PasswordRule implements ConstraintValidator<ValidPassword, String> {
  private static final int MIN_CHARACTERS = 8;
  private static final int MAX_BYTES = 72;

  @Override
  public boolean isValid(@Nullable String password, ConstraintValidatorContext context) {
    return password == null || password.isEmpty() || isStrong(password);
  }

  public static boolean isStrong(String password) {
    return password.codePointCount(0, password.length()) >= MIN_CHARACTERS
        && fits(password)
        && has(password, Character::isUpperCase)
        && has(password, Character::isLowerCase)
        && has(password, Character::isDigit)
        && has(password, c -> !Character.isLetterOrDigit(c));
  }

  /** bcrypt ignores what comes after its limit, so that longer passwords would open with a part. */
  static boolean fits(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
  }

  private static boolean has(String password, IntPredicate kind) {
    return password.codePoints().anyMatch(kind);
  }
}
