package dev.helpdesk.auth.otp;

import dev.helpdesk.kit.problem.ErrorCode;
import dev.helpdesk.kit.problem.ProblemException;

/** What can be wrong with a one-time password. */
public enum OtpError implements ErrorCode {
  OTP_INVALID;

  /** One refusal for a wrong, an expired, a used and a missing code. */
  public static ProblemException invalidOtp() {
    return new ProblemException(OTP_INVALID, "Ask for a new code and try again.");
  }

  @Override
  public int status() {
    return 400;
  }

  @Override
  public String title() {
    return "The one-time password is wrong, expired or used";
  }
}
