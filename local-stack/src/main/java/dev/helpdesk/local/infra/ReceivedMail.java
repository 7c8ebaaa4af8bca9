package dev.helpdesk.local.infra;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One mail as it came in, taken apart. */
public record ReceivedMail(
    String id,
    Instant received,
    @Nullable Mailbox from,
    List<Mailbox> to,
    List<Mailbox> cc,
    List<Mailbox> bcc,
    List<Mailbox> replyTo,
    String subject,
    String messageId,
    Instant date,
    String text,
    String html,
    List<MailPart> attachments,
    Map<String, List<String>> headers,
    byte[] raw) {

  private static final int SNIPPET = 120;

  /** An attachment, or whatever else is neither the text nor the HTML of the mail. */
  public record MailPart(String id, String fileName, String contentType, int size) {}

  /** The first value of a header, whatever case its name is written in. */
  public @Nullable String header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(header -> header.getValue().get(0))
        .findFirst()
        .orElse(null);
  }

  String snippet() {
    String words = text.replaceAll("\\s+", " ").strip();
    return words.length() > SNIPPET ? words.substring(0, SNIPPET) + "…" : words;
  }
}
