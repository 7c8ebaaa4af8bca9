package dev.helpdesk.notification.mail;

import dev.helpdesk.notification.notice.NoticeType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * To whom a mail goes, in which language, and where it stands in its thread: its own name, the
 * first mail of the thread to this person, and the ticket. The user is null where there is none.
 */
public record Envelope(
    NoticeType type,
    @Nullable UUID user,
    String language,
    String messageId,
    @Nullable String inReplyTo,
    @Nullable UUID ticket) {}
