package dev.helpdesk.local.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Where a web jar keeps its files: under its version, which only the build knows. */
final class WebJar {

  private WebJar() {}

  static String folder(String artifact) {
    String properties = "/META-INF/maven/org.webjars/" + artifact + "/pom.properties";
    try (InputStream in = WebJar.class.getResourceAsStream(properties)) {
      if (in == null) {
        throw new IllegalStateException("no web jar " + artifact + " on the class path");
      }
      var pom = new Properties();
      pom.load(in);
      String version = pom.getProperty("version");
      return "/META-INF/resources/webjars/" + artifact + "/" + version + "/";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
