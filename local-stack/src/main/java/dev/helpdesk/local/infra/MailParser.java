package dev.helpdesk.local.infra;

import dev.helpdesk.local.infra.ReceivedMail.MailPart;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes the source of a mail apart. */
final class MailParser {

  private final MimeMessage message;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder html = new StringBuilder();
  private final List<MailPart> attachments = new ArrayList<>();

  private MailParser(MimeMessage message) {
    this.message = message;
  }

  static ReceivedMail parse(String id, Instant received, Set<String> recipients, byte[] raw)
      throws IOException {
    try {
      var message = new MimeMessage(null, new ByteArrayInputStream(raw));
      return new MailParser(message).toMail(id, received, recipients, raw);
    } catch (MessagingException e) {
      throw new IOException("not a mail", e);
    }
  }

  private ReceivedMail toMail(String id, Instant received, Set<String> recipients, byte[] raw)
      throws IOException, MessagingException {
    collect(message, "1");
    List<Mailbox> from = mailboxes(message.getFrom());
    List<Mailbox> to = mailboxes(message.getRecipients(RecipientType.TO));
    List<Mailbox> cc = mailboxes(message.getRecipients(RecipientType.CC));
    Date sent = message.getSentDate();
    return new ReceivedMail(
        id,
        received,
        from.isEmpty() ? null : from.get(0),
        to,
        cc,
        blindCopies(recipients, to, cc),
        message.getHeader("Reply-To") == null ? List.of() : mailboxes(message.getReplyTo()),
        orEmpty(message.getSubject()),
        orEmpty(message.getMessageID()).replaceAll("^<|>$", ""),
        sent == null ? received : sent.toInstant(),
        text.toString(),
        html.toString(),
        attachments,
        headers(),
        raw);
  }

  private void collect(Part part, String id) throws IOException, MessagingException {
    boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    if (!attached && part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        collect(parts.getBodyPart(i), id + "." + (i + 1));
      }
    } else if (!attached && part.isMimeType("text/plain")) {
      text.append(part.getContent());
    } else if (!attached && part.isMimeType("text/html")) {
      html.append(part.getContent());
    } else {
      String type = part.getContentType().replaceAll(";.*", "").strip();
      attachments.add(new MailPart(id, orEmpty(part.getFileName()), type, part.getSize()));
    }
  }

  private Map<String, List<String>> headers() throws MessagingException {
    var headers = new LinkedHashMap<String, List<String>>();
    for (var header : Collections.list(message.getAllHeaders())) {
      headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
    }
    return headers;
  }

  // Whoever got the mail without standing in it.
  private static List<Mailbox> blindCopies(
      Set<String> recipients, List<Mailbox> to, List<Mailbox> cc) {
    return recipients.stream()
        .filter(
            recipient ->
                Stream.concat(to.stream(), cc.stream())
                    .noneMatch(known -> known.address().equalsIgnoreCase(recipient)))
        .map(recipient -> new Mailbox("", recipient))
        .toList();
  }

  private static List<Mailbox> mailboxes(Address @Nullable [] addresses) {
    return Stream.of(addresses == null ? new Address[0] : addresses)
        .filter(InternetAddress.class::isInstance)
        .map(InternetAddress.class::cast)
        .map(address -> new Mailbox(orEmpty(address.getPersonal()), orEmpty(address.getAddress())))
        .toList();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
