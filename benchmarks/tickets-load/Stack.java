import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The running stack, as its environment variables and its folder describe it. */
record Stack(Path folder, int gatewayPort, int ticketPort, int postgresPort) {
  static Stack running() {
    return new Stack(
        Path.of(System.getenv("HELPDESK_LOCAL_DIR")).toAbsolutePath(),
        port("GATEWAY"),
        port("TICKET"),
        port("POSTGRES"));
  }

  private static int port(String part) {
    return Integer.parseInt(System.getenv("HELPDESK_" + part + "_PORT"));
  }

  Path postgresLog() {
    return folder.resolve("logs/postgres.log");
  }

  String superuserPassword() throws IOException {
    return Files.readString(folder.resolve("postgres/superuser.secret")).strip();
  }

  String ticketPassword() throws IOException {
    return properties(folder.resolve("secrets")).getProperty("ticket.password");
  }

  long pid(String part) throws IOException {
    return Long.parseLong(
        properties(folder.resolve("run").resolve(part + ".run")).getProperty("pid"));
  }

  private static Properties properties(Path file) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(Files.readString(file)));
    return properties;
  }
}
