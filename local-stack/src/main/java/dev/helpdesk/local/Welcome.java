package dev.helpdesk.local;

import java.util.Map;

/** What a person sees once the stack is up. */
final class Welcome {

  private Welcome() {}

  static String stack(Settings settings) throws StackFailure {
    return """

        Helpdesk is up.

          Start page      http://localhost:%d
          API explorer    http://localhost:%d/q/swagger-ui/
          Inbox           http://localhost:%d
          Services        auth %d, ticket %d, notification %d

          Demo users      admin@my, agent@my, user@my     password: Password123

          ./helpdesk status | logs <part> -f | down
        """
        .formatted(
            settings.port(StackPort.GATEWAY),
            settings.port(StackPort.GATEWAY),
            settings.port(StackPort.INBOX),
            settings.port(StackPort.AUTH),
            settings.port(StackPort.TICKET),
            settings.port(StackPort.NOTIFICATION));
  }

  /** The environment for {@code mvn quarkus:dev} of each service, ready to be pasted. */
  static String infra(Settings settings, ServiceEnvironment environment) throws StackFailure {
    var text = new StringBuilder("\nPostgreSQL, Kafka and the inbox are up. ");
    text.append("For live reload of a service, in a terminal of its own:\n");
    for (Service service : Service.values()) {
      text.append("\n# ").append(service.part()).append("-service\n");
      append(text, environment.usual());
      append(text, environment.wiring(service));
      text.append("mvn quarkus:dev -pl ").append(service.part()).append("-service -am\n");
    }
    return text.append("\nInbox: http://localhost:")
        .append(settings.port(StackPort.INBOX))
        .append("\n")
        .toString();
  }

  private static void append(StringBuilder text, Map<String, String> variables) {
    variables.forEach(
        (name, value) -> {
          // Live reload has a profile of its own.
          if (!name.equals("QUARKUS_PROFILE")) {
            text.append("export ").append(name).append("='").append(value).append("'\n");
          }
        });
  }
}
