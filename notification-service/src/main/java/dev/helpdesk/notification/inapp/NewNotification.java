package dev.helpdesk.notification.inapp;

import dev.helpdesk.notification.notice.NoticeType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something to show to one person; mailAt is when it becomes a mail unless it was read. */
public record NewNotification(UUID user, NoticeType type, @Nullable Instant mailAt) {}
