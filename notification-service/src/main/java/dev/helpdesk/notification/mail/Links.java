package dev.helpdesk.notification.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where mails lead to. */
@ApplicationScoped
public class Links {
  private final LinkSettings settings;

  Links(LinkSettings settings) {
    this.settings = settings;
  }

  String home() {
    return settings.publicUrl() + "/";
  }

  String ticket(String ticketId) {
    return fill(settings.ticket(), "{ticket}", ticketId);
  }

  String tracking(String token) {
    return fill(settings.tracking(), "{token}", token);
  }

  String unsubscribe(String token) {
    return settings.publicUrl() + "/api/v1/unsubscribe/" + token;
  }

  private String fill(String path, String name, String value) {
    String filled = path.replace(name, URLEncoder.encode(value, StandardCharsets.UTF_8));
    return filled.startsWith("/") ? settings.publicUrl() + filled : filled;
  }
}
