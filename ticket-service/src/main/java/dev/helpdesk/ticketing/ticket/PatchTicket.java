package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.kit.web.Characters;
import dev.helpdesk.ticketing.directory.PersonView;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What changes a ticket: absent fields stay, null empties what may be empty. */
record PatchTicket(
    @Nullable Optional<@NotBlank @Characters(max = 200) String> title,
    @Nullable Optional<@NotBlank @Characters(max = 50_000) String> description,
    @Nullable Optional<@NotNull Status> status,
    @Nullable Optional<@NotNull Level> priority,
    @Nullable Optional<@NotNull Level> severity,
    @Nullable Optional<@Characters(min = 1, max = 100) String> category,
    @Nullable Optional<@NotNull @Size(max = 20) List<@NotBlank @Characters(max = 40) String>> tags,
    @Schema(description = "Somebody's id, email or username")
        @Nullable Optional<@Characters(min = 1, max = 320) String> assignee,
    @Nullable Optional<LocalDate> dueDate,
    @Nullable Optional<@Min(1) @Max(525_600) Integer> slaMinutes,
    @Schema(description = "The version that the change was meant for") @Nullable Integer version) {

  static PatchTicket toStatus(Status status, @Nullable Integer version) {
    return new PatchTicket(
        null, null, Optional.of(status), null, null, null, null, null, null, null, version);
  }

  Set<Field> fields() {
    Map<Field, @Nullable Optional<?>> all = new EnumMap<>(Field.class);
    all.put(Field.TITLE, title);
    all.put(Field.DESCRIPTION, description);
    all.put(Field.STATUS, status);
    all.put(Field.PRIORITY, priority);
    all.put(Field.SEVERITY, severity);
    all.put(Field.CATEGORY, category);
    all.put(Field.TAGS, tags);
    all.put(Field.ASSIGNEE, assignee);
    all.put(Field.DUE_DATE, dueDate);
    all.put(Field.SLA_MINUTES, slaMinutes);
    Set<Field> given = EnumSet.noneOf(Field.class);
    all.forEach((field, value) -> addIf(given, field, value != null));
    return given;
  }

  private static void addIf(Set<Field> fields, Field field, boolean given) {
    if (given) {
      fields.add(field);
    }
  }

  /** The text that names the new assignee; null where none is named. */
  @Nullable String namedAssignee() {
    return assignee == null ? null : assignee.orElse(null);
  }

  @Nullable Status wantedStatus() {
    return status == null ? null : status.orElse(null);
  }

  void applyTo(Ticket ticket, @Nullable PersonView newAssignee, Instant now) {
    if (title != null) {
      title.ifPresent(ticket::rename);
    }
    if (description != null) {
      description.ifPresent(ticket::describe);
    }
    if (priority != null) {
      priority.ifPresent(ticket::prioritise);
    }
    if (severity != null) {
      severity.ifPresent(ticket::rate);
    }
    if (category != null) {
      ticket.categorise(category.orElse(null));
    }
    if (tags != null) {
      tags.ifPresent(ticket::tag);
    }
    if (assignee != null) {
      ticket.assignTo(newAssignee);
    }
    if (dueDate != null) {
      ticket.planFor(dueDate.orElse(null));
    }
    if (slaMinutes != null) {
      ticket.limitTo(slaMinutes.orElse(null));
    }
    if (status != null) {
      status.ifPresent(target -> ticket.moveTo(target, now));
    }
  }
}
