package dev.helpdesk.local.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Mailpit's search language as far as one needs it: every term must match, {@code -} negates. */
final class MailQuery {

  private static final Pattern TERM =
      Pattern.compile("(-)?(?:([a-z-]+):)?(?:\"([^\"]*)\"|(\\S+))", Pattern.CASE_INSENSITIVE);

  private MailQuery() {}

  static Predicate<ReceivedMail> parse(String query) {
    List<Predicate<ReceivedMail>> terms = new ArrayList<>();
    Matcher matcher = TERM.matcher(query);
    while (matcher.find()) {
      String value = matcher.group(3) == null ? matcher.group(4) : matcher.group(3);
      String field = matcher.group(2) == null ? "" : matcher.group(2).toLowerCase(Locale.ROOT);
      Predicate<ReceivedMail> term = term(field, value);
      terms.add(matcher.group(1) == null ? term : term.negate());
    }
    return mail -> terms.stream().allMatch(term -> term.test(mail));
  }

  private static Predicate<ReceivedMail> term(String field, String value) {
    return switch (field) {
      // Mailpit keeps blind copies apart; here a recipient is found however they were addressed.
      case "to" -> mail -> any(mail.to(), value) || any(mail.bcc(), value);
      case "cc" -> mail -> any(mail.cc(), value);
      case "bcc" -> mail -> any(mail.bcc(), value);
      case "reply-to" -> mail -> any(mail.replyTo(), value);
      case "from" -> mail -> any(from(mail), value);
      case "subject" -> mail -> contains(mail.subject(), value);
      case "message-id" -> mail -> contains(mail.messageId(), value);
      case "" -> mail -> anywhere(mail, value);
      default -> mail -> anywhere(mail, field + ":" + value);
    };
  }

  private static boolean anywhere(ReceivedMail mail, String value) {
    return Stream.of(from(mail), mail.to(), mail.cc(), mail.bcc()).anyMatch(m -> any(m, value))
        || Stream.of(mail.subject(), mail.text(), mail.html()).anyMatch(s -> contains(s, value));
  }

  private static List<Mailbox> from(ReceivedMail mail) {
    return mail.from() == null ? List.of() : List.of(mail.from());
  }

  private static boolean any(List<Mailbox> mailboxes, String value) {
    return mailboxes.stream().anyMatch(mailbox -> mailbox.mentions(value));
  }

  private static boolean contains(String text, String value) {
    return text.toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT));
  }
}
