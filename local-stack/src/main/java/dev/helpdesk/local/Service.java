package dev.helpdesk.local;

import java.nio.file.Path;

/** The three services that the stack runs. */
enum Service {
  AUTH(StackPort.AUTH),
  TICKET(StackPort.TICKET),
  NOTIFICATION(StackPort.NOTIFICATION);

  private final StackPort port;

  Service(StackPort port) {
    this.port = port;
  }

  String part() {
    return port.part();
  }

  StackPort port() {
    return port;
  }

  Path jar(Path home) {
    return home.resolve(part() + "-service").resolve("target/quarkus-app/quarkus-run.jar");
  }
}
