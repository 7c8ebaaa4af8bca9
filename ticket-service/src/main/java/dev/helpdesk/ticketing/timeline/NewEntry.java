package dev.helpdesk.ticketing.timeline;

import dev.helpdesk.contracts.ticket.FieldChange;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line to be added; an internal one is only for those who read internal comments. */
public record NewEntry(
    Action action, List<FieldChange> changes, @Nullable UUID commentId, boolean internal) {
  public static NewEntry of(Action action, List<FieldChange> changes) {
    return new NewEntry(action, changes, null, false);
  }

  public static NewEntry about(UUID commentId, boolean internal, Action action) {
    Object before = action == Action.COMMENTED ? null : commentId;
    Object after = action == Action.COMMENT_DELETED ? null : commentId;
    FieldChange change = new FieldChange("comment", before, after);
    return new NewEntry(action, List.of(change), commentId, internal);
  }
}
