package dev.helpdesk.notification.notice;

import java.util.Arrays;
import java.util.List;

/** What somebody is told of; called as the events are, and as preferences name it. */
public enum NoticeType {
  OTP_REQUESTED("otp.requested", false),
  TRACKING_LINK("intake.tracking-link-issued", false),
  SESSION_REUSE("user.session-reuse-detected", false),
  WELCOME("user.registered", false),
  TICKET_CREATED("ticket.created", true),
  ASSIGNED("ticket.assigned", true),
  STATUS_CHANGED("ticket.status-changed", true),
  COMMENTED("ticket.commented", true),
  MENTIONED("ticket.mentioned", true),
  SLA_DUE_SOON("ticket.sla-due-soon", true),
  SLA_BREACHED("ticket.sla-breached", true),
  CHAT_MESSAGE("ticket.chat-message-sent", true);

  private static final List<NoticeType> CHOICES =
      Arrays.stream(values()).filter(type -> type.optional).toList();

  private final String wire;
  private final boolean optional;

  NoticeType(String wire, boolean optional) {
    this.wire = wire;
    this.optional = optional;
  }

  public String wire() {
    return wire;
  }

  /** Those that people may switch off. */
  public static List<NoticeType> choices() {
    return CHOICES;
  }

  public boolean isChoice() {
    return optional;
  }

  public static NoticeType of(String wire) {
    return Arrays.stream(values())
        .filter(type -> type.wire.equals(wire))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such type"));
  }
}
