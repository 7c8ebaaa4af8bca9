package dev.helpdesk.notification.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.Map;

/** Puts a letter into the common layout. */
final class LetterMail {
  private LetterMail() {}

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance html(Letter letter);

    static native TemplateInstance text(Letter letter);
  }

  static Mail of(Letter letter, Map<String, String> headers) {
    return new Mail(
        letter.subject(),
        Templates.text(letter).render(),
        Templates.html(letter).render(),
        headers);
  }
}
