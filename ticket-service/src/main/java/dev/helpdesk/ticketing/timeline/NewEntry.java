package dev.helpdesk.ticketing.timeline;

import dev.helpdesk.contracts.ticket.FieldChange;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line to be added; an internal one is only for those who read internal comments, one that tells
 * of another ticket only for those who see that one too.
 */
public record NewEntry(
    Action action,
    List<FieldChange> changes,
    @Nullable UUID commentId,
    boolean internal,
    @Nullable UUID otherId) {
  public NewEntry(
      Action action, List<FieldChange> changes, @Nullable UUID commentId, boolean internal) {
    this(action, changes, commentId, internal, null);
  }

  public static NewEntry of(Action action, List<FieldChange> changes) {
    return new NewEntry(action, changes, null, false);
  }

  public static NewEntry about(UUID commentId, boolean internal, Action action) {
    Object before = action == Action.COMMENTED ? null : commentId;
    Object after = action == Action.COMMENT_DELETED ? null : commentId;
    FieldChange change = new FieldChange("comment", before, after);
    return new NewEntry(action, List.of(change), commentId, internal);
  }

  /** The other ticket stands there by its id, as people do. */
  public static NewEntry aboutTicket(UUID otherId, Action action, String relation) {
    Object before = action == Action.UNLINKED ? otherId : null;
    Object after = action == Action.UNLINKED ? null : otherId;
    return new NewEntry(
        action, List.of(new FieldChange(relation, before, after)), null, false, otherId);
  }

  boolean resolves() {
    return action == Action.STATUS_CHANGED
        && changes.stream().anyMatch(change -> "resolved".equals(change.to()));
  }
}
