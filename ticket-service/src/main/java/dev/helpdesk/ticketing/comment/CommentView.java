package dev.helpdesk.ticketing.comment;

import dev.helpdesk.kit.web.Versioned;
import dev.helpdesk.ticketing.directory.AuthorView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A comment as callers see it. */
@Schema(name = "Comment")
public record CommentView(
    UUID id,
    AuthorView author,
    @Schema(examples = "I can reproduce this.") String body,
    Audience visibility,
    int version,
    Instant createdAt,
    @Nullable Instant editedAt)
    implements Versioned {

  static CommentView from(Comment comment) {
    return new CommentView(
        comment.id,
        new AuthorView(comment.author.id(), comment.author.name()),
        comment.body,
        comment.audience(),
        comment.version,
        comment.createdAt,
        comment.editedAt);
  }
}
