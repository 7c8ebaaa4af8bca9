package dev.helpdesk.notification.mail;

import dev.helpdesk.notification.notice.NoticeType;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a ticket, as its mail tells it. From and to are statuses; target and
 * dueAt belong to a deadline; text is what somebody wrote.
 */
@RegisterForReflection
public record TicketNote(
    NoticeType type,
    String ticketId,
    String title,
    @Nullable String actor,
    @Nullable String text,
    boolean internal,
    @Nullable String from,
    @Nullable String to,
    @Nullable String target,
    @Nullable Instant dueAt)
    implements MailContent {}
