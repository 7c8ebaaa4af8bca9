package dev.helpdesk.kit.problem;

/**
 * One line of the error list: a stable code, its HTTP status and its title. Implemented by enums.
 */
public interface ErrorCode {
  /** The stable code, as clients see it. */
  String name();

  /** What stands in the problem; another name only where one code has two statuses. */
  default String code() {
    return name();
  }

  int status();

  String title();
}
