package dev.helpdesk.kit.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Bodies and parameters that are not of the form that the endpoint takes. */
final class ShapeFailure {
  private ShapeFailure() {}

  static ProblemException of(ConstraintViolationException failure) {
    if (failure.getConstraintViolations().stream().anyMatch(ShapeFailure::isMissingBody)) {
      return new ProblemException(CommonError.MALFORMED_REQUEST, "A JSON body is needed.");
    }
    List<FieldError> errors =
        failure.getConstraintViolations().stream()
            .map(ShapeFailure::error)
            .distinct()
            .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
            .toList();
    boolean onlyMissing =
        errors.stream().allMatch(e -> e.code().equals(CommonError.FIELD_REQUIRED.name()));
    return new ProblemException(
        onlyMissing ? CommonError.FIELD_REQUIRED : CommonError.VALIDATION_FAILED,
        errors.stream().map(e -> e.field() + " " + e.message()).collect(Collectors.joining("; ")),
        errors);
  }

  static ProblemException of(JsonProcessingException failure) {
    if (failure instanceof UnrecognizedPropertyException unknown) {
      return malformed(unknown, "is unknown");
    }
    if (failure instanceof InvalidFormatException
        || failure instanceof ValueInstantiationException) {
      String field = path((JsonMappingException) failure);
      return ProblemException.invalid(field, "has a value that is not allowed");
    }
    if (failure instanceof JsonMappingException mapping
        && !(mapping.getCause() instanceof JsonParseException)) {
      return malformed(mapping, "has the wrong JSON type");
    }
    return new ProblemException(CommonError.MALFORMED_REQUEST, "The body is not valid JSON.");
  }

  private static ProblemException malformed(JsonMappingException failure, String message) {
    String field = path(failure);
    return field.isEmpty()
        ? new ProblemException(CommonError.MALFORMED_REQUEST, "The body must be a JSON object.")
        : new ProblemException(
            CommonError.MALFORMED_REQUEST,
            field + " " + message,
            List.of(new FieldError(field, CommonError.MALFORMED_REQUEST.name(), message)));
  }

  private static String path(JsonMappingException failure) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : failure.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  private static boolean isMissingBody(ConstraintViolation<?> violation) {
    return violation.getInvalidValue() == null
        && isRequired(violation)
        && field(violation.getPropertyPath()).equals("body");
  }

  private static FieldError error(ConstraintViolation<?> violation) {
    String field = field(violation.getPropertyPath());
    Object value = violation.getInvalidValue();
    boolean missing = isRequired(violation) && (value == null || value.toString().isEmpty());
    return missing ? FieldError.required(field) : FieldError.invalid(field, violation.getMessage());
  }

  private static boolean isRequired(ConstraintViolation<?> violation) {
    Class<?> kind = violation.getConstraintDescriptor().getAnnotation().annotationType();
    return kind == NotNull.class || kind == NotBlank.class || kind == NotEmpty.class;
  }

  /** The path without the method and, for a field of the body, without the body's name. */
  private static String field(Path path) {
    StringBuilder field = new StringBuilder();
    String parameter = "";
    for (Path.Node node : path) {
      if (node.isInIterable() && node.getIndex() != null) {
        field.append('[').append(node.getIndex()).append(']');
      }
      if (node.getKind() == ElementKind.PARAMETER) {
        parameter = node.getName();
      } else if (node.getKind() == ElementKind.PROPERTY) {
        field.append(field.isEmpty() ? "" : ".").append(node.getName());
      }
    }
    return field.isEmpty() ? parameter : field.toString();
  }
}
