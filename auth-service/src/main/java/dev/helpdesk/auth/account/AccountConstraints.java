package dev.helpdesk.auth.account;

import dev.helpdesk.kit.problem.ConstraintErrors;
import dev.helpdesk.kit.problem.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

@ApplicationScoped
class AccountConstraints implements ConstraintErrors {
  @Override
  public Map<String, ErrorCode> byConstraint() {
    return Map.of(
        "uk_account_email", AccountError.EMAIL_TAKEN,
        "uk_account_username", AccountError.USERNAME_TAKEN);
  }
}
