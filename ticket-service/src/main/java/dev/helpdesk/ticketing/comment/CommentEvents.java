package dev.helpdesk.ticketing.comment;

import dev.helpdesk.contracts.ticket.CommentState;
import dev.helpdesk.contracts.ticket.TicketCommentDeleted;
import dev.helpdesk.contracts.ticket.TicketCommentEdited;
import dev.helpdesk.contracts.ticket.TicketCommented;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.ticketing.ticket.TicketJournal.Happening;
import dev.helpdesk.ticketing.timeline.Action;
import dev.helpdesk.ticketing.timeline.NewEntry;
import java.util.List;
import java.util.UUID;

/** What happens to comments, as the timeline and the events tell it. */
final class CommentEvents {
  private CommentEvents() {}

  static Happening commented(Actor actor, Comment comment, List<UUID> mentioned) {
    CommentState said = comment.state();
    return new Happening(
        NewEntry.about(comment.id, comment.internal, Action.COMMENTED),
        (state, watchers) -> new TicketCommented(state, actor.id(), said, watchers, mentioned));
  }

  static Happening edited(Actor actor, Comment comment, List<UUID> mentioned) {
    CommentState said = comment.state();
    return new Happening(
        NewEntry.about(comment.id, comment.internal, Action.COMMENT_EDITED),
        (state, watchers) -> new TicketCommentEdited(state, actor.id(), said, watchers, mentioned));
  }

  static Happening deleted(Actor actor, Comment comment) {
    return new Happening(
        NewEntry.about(comment.id, comment.internal, Action.COMMENT_DELETED),
        (state, watchers) ->
            new TicketCommentDeleted(
                state, actor.id(), comment.id, comment.audience().wire(), watchers));
  }
}
