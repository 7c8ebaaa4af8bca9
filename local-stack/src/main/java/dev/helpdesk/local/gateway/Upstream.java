package dev.helpdesk.local.gateway;

/** Where a service listens. */
public record Upstream(String name, String host, int port) {

  /** On this machine. */
  public static Upstream local(String name, int port) {
    return new Upstream(name, "127.0.0.1", port);
  }

  String titleCaseName() {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
