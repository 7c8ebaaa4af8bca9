package dev.helpdesk.local;

/** Why the stack cannot go on, said to the person at the terminal. */
final class StackFailure extends Exception {

  StackFailure(String message) {
    super(message);
  }

  StackFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
