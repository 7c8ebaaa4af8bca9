package dev.helpdesk.notification.delivery;

import dev.helpdesk.notification.mail.MailContent;
import dev.helpdesk.notification.notice.NoticeType;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail to become due. The message id is given where it has a name of its own in its thread; the
 * bundle where it is to go out together with others.
 */
public record NewDelivery(
    NoticeType type,
    String recipient,
    @Nullable UUID user,
    String language,
    MailContent content,
    @Nullable String messageId,
    int digestMinutes,
    Duration delay,
    @Nullable UUID bundle) {

  public static NewDelivery of(
      NoticeType type,
      String recipient,
      @Nullable UUID user,
      String language,
      MailContent content) {
    return new NewDelivery(type, recipient, user, language, content, null, 0, Duration.ZERO, null);
  }

  public NewDelivery named(String id) {
    return new NewDelivery(
        type, recipient, user, language, content, id, digestMinutes, delay, bundle);
  }

  public NewDelivery gathered(int minutes) {
    return new NewDelivery(
        type, recipient, user, language, content, messageId, minutes, delay, bundle);
  }

  public NewDelivery after(Duration wait) {
    return new NewDelivery(
        type, recipient, user, language, content, messageId, digestMinutes, wait, bundle);
  }

  public NewDelivery bundled(UUID with) {
    return new NewDelivery(
        type, recipient, user, language, content, messageId, digestMinutes, delay, with);
  }

  /** Never the content. */
  @Override
  public String toString() {
    return "NewDelivery[" + type + "]";
  }
}
