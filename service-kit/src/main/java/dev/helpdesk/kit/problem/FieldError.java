package dev.helpdesk.kit.problem;

/** What is wrong with one field or parameter. */
public record FieldError(String field, String code, String message) {
  public static FieldError invalid(String field, String message) {
    return new FieldError(field, CommonError.VALIDATION_FAILED.name(), message);
  }

  public static FieldError required(String field) {
    return new FieldError(field, CommonError.FIELD_REQUIRED.name(), "is required");
  }
}
