package dev.helpdesk.notification.mail;

import dev.helpdesk.notification.preference.UnsubscribeTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Puts what is to be told into the words, the language and the thread of its reader. */
@ApplicationScoped
public class ComposeMail {
  private final Links links;
  private final MessageIds ids;
  private final UnsubscribeTokens tokens;

  ComposeMail(Links links, MessageIds ids, UnsubscribeTokens tokens) {
    this.links = links;
    this.ids = ids;
    this.tokens = tokens;
  }

  /** Several contents are notes of one ticket. */
  public Mail compose(Envelope envelope, List<MailContent> contents) {
    Wording wording = Wording.of(envelope.language());
    Map<String, String> headers = headers(envelope);
    MailContent content = contents.get(0);
    if (content instanceof OtpMail otp) {
      return otp.mail(wording, headers);
    }
    if (content instanceof SessionEndedMail ended) {
      return ended.mail(wording, headers);
    }
    if (content instanceof WelcomeMail welcome) {
      return welcome.mail(wording, links, headers);
    }
    if (content instanceof TrackingLinkMail tracking) {
      return tracking.mail(wording, links, headers);
    }
    List<TicketNote> notes = contents.stream().map(TicketNote.class::cast).toList();
    String unsubscribe = links.unsubscribe(token(envelope));
    headers.put("List-Unsubscribe", "<" + unsubscribe + ">");
    headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    return TicketMail.of(notes, wording, links, unsubscribe, headers);
  }

  private String token(Envelope envelope) {
    UUID user = Objects.requireNonNull(envelope.user(), "A ticket's mail goes to a person");
    return tokens.issue(user, envelope.type());
  }

  /** The first mail to somebody answers the ticket itself, the later ones answer that one too. */
  private Map<String, String> headers(Envelope envelope) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Message-ID", envelope.messageId());
    headers.put("Auto-Submitted", "auto-generated");
    if (envelope.ticket() == null) {
      return headers;
    }
    String root = ids.root(envelope.ticket());
    String first = envelope.inReplyTo();
    if (first != null && !first.equals(root)) {
      headers.put("In-Reply-To", first);
      headers.put("References", root + " " + first);
    } else if (!envelope.messageId().equals(root)) {
      headers.put("In-Reply-To", root);
      headers.put("References", root);
    }
    return headers;
  }
}
