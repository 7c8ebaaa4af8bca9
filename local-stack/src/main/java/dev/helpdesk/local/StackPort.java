package dev.helpdesk.local;

import java.util.Locale;

/** Every port that the stack listens on, and the environment variable that moves it. */
enum StackPort {
  GATEWAY(8080),
  AUTH(8081),
  TICKET(8082),
  NOTIFICATION(8083),
  INBOX(8025),
  SMTP(1025),
  POSTGRES(15432),
  KAFKA(19092);

  private final int usual;

  StackPort(int usual) {
    this.usual = usual;
  }

  int usual() {
    return usual;
  }

  String part() {
    return name().toLowerCase(Locale.ROOT);
  }

  String variable() {
    return "HELPDESK_" + name() + "_PORT";
  }
}
