package dev.helpdesk.system;

/** Whether to try for as long as a night allows instead of as short as every build must. */
final class FullSize {
  private FullSize() {}

  static boolean asked() {
    return Boolean.getBoolean("helpdesk.full");
  }
}
