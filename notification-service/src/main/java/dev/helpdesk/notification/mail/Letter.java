package dev.helpdesk.notification.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the common layout shows: a heading, paragraphs with what somebody wrote, one link, and what
 * stands below.
 */
public record Letter(
    String language,
    String subject,
    String heading,
    List<Item> items,
    String linkLabel,
    String link,
    String footer,
    @Nullable String unsubscribeLabel,
    @Nullable String unsubscribeLink) {

  /** Something that happened, and the text that belongs to it. */
  public record Item(String said, @Nullable String quote) {}
}
