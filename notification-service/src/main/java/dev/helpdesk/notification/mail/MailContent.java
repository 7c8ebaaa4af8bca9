package dev.helpdesk.notification.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.helpdesk.kit.outbox.EventJson;
import dev.helpdesk.notification.notice.NoticeType;

/** What is to be told by mail, as it waits in the queue; put into words when it is sent. */
public sealed interface MailContent
    permits OtpMail, SessionEndedMail, TrackingLinkMail, WelcomeMail, TicketNote {

  default String json() {
    try {
      return EventJson.MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A content that cannot be written", e);
    }
  }

  static MailContent read(NoticeType type, String json) {
    try {
      return EventJson.MAPPER.readValue(json, classOf(type));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A content that cannot be read: " + type.wire());
    }
  }

  private static Class<? extends MailContent> classOf(NoticeType type) {
    return switch (type) {
      case OTP_REQUESTED -> OtpMail.class;
      case SESSION_REUSE -> SessionEndedMail.class;
      case TRACKING_LINK -> TrackingLinkMail.class;
      case WELCOME -> WelcomeMail.class;
      default -> TicketNote.class;
    };
  }
}
