package dev.helpdesk.notification.preference;

import dev.helpdesk.notification.notice.NoticeType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What somebody sees who opens a link in a mail that ends mails. */
final class UnsubscribePage {
  private UnsubscribePage() {}

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance ask(boolean german, String token, String type);

    static native TemplateInstance done(boolean german, boolean all, String type);
  }

  static String ask(String language, String token, NoticeType type) {
    return Templates.ask(language.equals("de"), token, type.wire()).render();
  }

  static String done(String language, boolean all, NoticeType type) {
    return Templates.done(language.equals("de"), all, type.wire()).render();
  }
}
