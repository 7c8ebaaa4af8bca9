package dev.helpdesk.ticketing.comment;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.helpdesk.contracts.ticket.CommentState;
import dev.helpdesk.ticketing.directory.PersonView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that was said. */
final class Comment {
  final UUID id;
  final PersonView author;
  final boolean internal;
  final Instant createdAt;
  String body;
  int version;
  @Nullable Instant editedAt;
  @Nullable Instant deletedAt;

  Comment(UUID id, PersonView author, boolean internal, Instant createdAt, String body) {
    this.id = id;
    this.author = author;
    this.internal = internal;
    this.createdAt = createdAt;
    this.body = body;
  }

  static Comment by(PersonView author, CreateComment command, Instant now) {
    return new Comment(
        UuidCreator.getTimeOrderedEpoch(), author, command.isInternal(), now, command.body());
  }

  void edit(String text, Instant now) {
    body = text;
    editedAt = now;
    version++;
  }

  void delete(Instant now) {
    deletedAt = now;
    version++;
  }

  Audience audience() {
    return internal ? Audience.INTERNAL : Audience.PUBLIC;
  }

  CommentState state() {
    return new CommentState(id, author.ref(), body, audience().wire(), version, createdAt);
  }
}
