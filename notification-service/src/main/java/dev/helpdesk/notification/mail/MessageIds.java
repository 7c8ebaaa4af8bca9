package dev.helpdesk.notification.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Names of mails that are the same however often one is made: a repeat is recognisable as such. */
@ApplicationScoped
public class MessageIds {
  private final String domain;

  MessageIds(@ConfigProperty(name = "quarkus.mailer.from") String from) {
    this.domain = from.replaceAll("^.*@|>.*$", "").trim();
  }

  /** The mail to one person because of one event. */
  public String of(UUID event, String recipient) {
    return "<" + event + "." + hash(recipient) + "@" + domain + ">";
  }

  /** What all mails of a ticket refer to; the requester's confirmation is called so. */
  public String root(UUID ticket) {
    return "<ticket." + ticket + "@" + domain + ">";
  }

  /** Short, because it only tells the recipients of one event apart. */
  private static String hash(String recipient) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(recipient.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
