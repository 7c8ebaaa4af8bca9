package dev.helpdesk.notification.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One or several notes of one ticket as one mail. */
final class TicketMail {
  /** What one mail may hold at most; the ticket itself has the rest. */
  private static final int MOST_ITEMS = 50;

  private static final int LONGEST_TEXT = 100_000;

  private TicketMail() {}

  static Mail of(
      List<TicketNote> notes,
      Wording wording,
      Links links,
      String unsubscribe,
      Map<String, String> headers) {
    TicketNote last = notes.get(notes.size() - 1);
    Letter letter =
        new Letter(
            wording.language(),
            subject(last.ticketId(), last.title()),
            last.title(),
            items(notes, wording),
            wording.say("Open ", "Öffnen: ") + last.ticketId(),
            links.ticket(last.ticketId()),
            wording.say(
                "You get this mail because you have to do with this ticket.",
                "Sie erhalten diese Mail, weil Sie mit diesem Ticket zu tun haben."),
            wording.say("No more mail of this kind", "Keine solchen Mails mehr"),
            unsubscribe);
    return LetterMail.of(letter, headers);
  }

  /** Without what would begin a new header line; the rest is the mail client's to encode. */
  static String subject(String ticketId, String title) {
    return "[" + ticketId + "] " + title.replaceAll("\\p{Cntrl}+", " ");
  }

  private static List<Letter.Item> items(List<TicketNote> notes, Wording wording) {
    TicketWords words = new TicketWords(wording);
    List<Letter.Item> items = new ArrayList<>();
    int left = LONGEST_TEXT;
    for (TicketNote note : notes.subList(0, Math.min(notes.size(), MOST_ITEMS))) {
      String quote = cut(note.text(), left);
      left -= quote == null ? 0 : quote.length();
      items.add(new Letter.Item(words.of(note), quote));
    }
    if (notes.size() > MOST_ITEMS) {
      items.add(new Letter.Item(more(notes.size() - MOST_ITEMS, wording), null));
    }
    return items;
  }

  private static @Nullable String cut(@Nullable String text, int left) {
    if (text == null || text.length() <= left) {
      return text;
    }
    int end = left > 0 && Character.isHighSurrogate(text.charAt(left - 1)) ? left - 1 : left;
    return text.substring(0, end) + " …";
  }

  private static String more(int count, Wording wording) {
    return wording.say("And " + count + " more.", "Und " + count + " weitere.");
  }
}
