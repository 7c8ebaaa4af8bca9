package dev.helpdesk.notification.notice;

/** Why somebody is told: of what, and whether by mail besides in the application. */
public record Reason(NoticeType type, boolean byMail) {}
