package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.contracts.ticket.FieldChange;
import dev.helpdesk.contracts.ticket.TicketState;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.ticketing.directory.PersonView;
import dev.helpdesk.ticketing.sla.Course;
import dev.helpdesk.ticketing.sla.Deadline;
import dev.helpdesk.ticketing.sla.SlaPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket; its verbs keep account of what they changed. */
public final class Ticket {
  static final String DEFAULT_CATEGORY = "general";
  private static final Map<Status, Status> AFTER_ANSWER =
      Map.of(Status.WAITING, Status.IN_PROGRESS, Status.RESOLVED, Status.OPEN);
  private static final Set<Field> DECIDE_DEADLINE =
      EnumSet.of(Field.STATUS, Field.PRIORITY, Field.SLA_MINUTES);

  final TicketIdentity identity;
  final PersonView requester;
  final Instant createdAt;
  String title;
  String description;
  Status status;
  Level priority;
  Level severity;
  String category;
  List<String> tags;
  @Nullable PersonView assignee;
  @Nullable LocalDate dueDate;
  @Nullable Integer slaMinutes;
  Course course;
  Deadline deadline;
  int slaVersion;
  @Nullable Instant firstResponseAt;
  int publicComments;
  int internalComments;
  int version;
  Instant updatedAt;
  @Nullable Instant resolvedAt;
  @Nullable Instant closedAt;
  @Nullable Instant deletedAt;
  @Nullable IssueRef issue;

  private final Map<Field, FieldChange> changes = new EnumMap<>(Field.class);

  Ticket(TicketIdentity identity, PersonView requester, String title, String text, Instant now) {
    this.identity = identity;
    this.requester = requester;
    this.title = title;
    this.description = text;
    this.status = Status.OPEN;
    this.priority = Level.MEDIUM;
    this.severity = Level.MEDIUM;
    this.category = DEFAULT_CATEGORY;
    this.tags = List.of();
    this.createdAt = now;
    this.updatedAt = now;
    this.course = Course.from(now);
    this.deadline = new Deadline(now, null, null, null);
  }

  public UUID id() {
    return identity.id();
  }

  public TicketIdentity identity() {
    return identity;
  }

  public Status status() {
    return status;
  }

  public Level priority() {
    return priority;
  }

  public PersonView requester() {
    return requester;
  }

  public @Nullable PersonView assignee() {
    return assignee;
  }

  void rename(String to) {
    note(Field.TITLE, title, to);
    title = to;
  }

  void describe(String to) {
    note(Field.DESCRIPTION, description, to);
    description = to;
  }

  void prioritise(Level to) {
    note(Field.PRIORITY, priority.wire(), to.wire());
    priority = to;
  }

  void rate(Level to) {
    note(Field.SEVERITY, severity.wire(), to.wire());
    severity = to;
  }

  void categorise(@Nullable String to) {
    String wanted = to == null ? DEFAULT_CATEGORY : to;
    note(Field.CATEGORY, category, wanted);
    category = wanted;
  }

  void tag(Collection<String> to) {
    List<String> wanted = Tags.normal(to);
    note(Field.TAGS, tags, wanted);
    tags = wanted;
  }

  void assignTo(@Nullable PersonView to) {
    note(Field.ASSIGNEE, assignee == null ? null : assignee.id(), to == null ? null : to.id());
    assignee = to;
  }

  void planFor(@Nullable LocalDate to) {
    note(
        Field.DUE_DATE,
        dueDate == null ? null : dueDate.toString(),
        to == null ? null : to.toString());
    dueDate = to;
  }

  void limitTo(@Nullable Integer minutes) {
    note(Field.SLA_MINUTES, slaMinutes, minutes);
    slaMinutes = minutes;
  }

  void linkTo(IssueRef to) {
    note(Field.GITHUB, issue == null ? null : issue.url(), to.url());
    issue = to;
  }

  /** Along the workflow, and nowhere else; the same status is nowhere. */
  public void moveTo(Status target, Instant now) {
    if (!status.leadsTo(target)) {
      throw new ProblemException(
              TicketError.INVALID_TRANSITION,
              "From %s a ticket may go to: %s."
                  .formatted(status.wire(), String.join(", ", status.allowed())))
          .with("allowed", status.allowed());
    }
    arrive(target, now);
  }

  /** Wherever it stands: another system has decided. */
  void arrive(Status target, Instant now) {
    note(Field.STATUS, status.wire(), target.wire());
    status = target;
    course = target == Status.WAITING ? course.waitingFrom(now) : course.goingOnAt(now);
    resolvedAt = target == Status.RESOLVED ? now : target == Status.CLOSED ? resolvedAt : null;
    closedAt = target == Status.CLOSED ? now : null;
  }

  /** After the verbs. */
  void settle(Instant now) {
    if (!changes.isEmpty()) {
      touch(now);
    }
  }

  /** Whether a change touched what the deadline depends on. */
  boolean needsDeadline() {
    return changes.keySet().stream().anyMatch(DECIDE_DEADLINE::contains);
  }

  public void dueBy(SlaPolicy policy) {
    deadline = policy.deadline(slaFacts());
    slaVersion = policy.version();
  }

  /** What its deadline depends on besides the policy. */
  public SlaPolicy.Facts slaFacts() {
    return new SlaPolicy.Facts(course, priority.rank(), slaMinutes, resolvedAt, firstResponseAt);
  }

  public Deadline deadline() {
    return deadline;
  }

  public TicketState state() {
    return TicketFacts.of(this);
  }

  /** The version of the policy that its deadline is from. */
  public int slaVersion() {
    return slaVersion;
  }

  public @Nullable Instant firstResponseAt() {
    return firstResponseAt;
  }

  void delete(Instant now) {
    deletedAt = now;
    touch(now);
  }

  void restore(Instant now) {
    deletedAt = null;
    touch(now);
  }

  private void touch(Instant now) {
    version++;
    updatedAt = notBefore(now);
  }

  /** The time of a change, never before the one of the last: clocks of replicas differ. */
  public Instant notBefore(Instant now) {
    return now.isBefore(updatedAt) ? updatedAt : now;
  }

  /** A comment was made. The requester's public answer is what a waiting ticket waits for. */
  public void hear(UUID author, boolean works, boolean internal, Instant now) {
    count(internal, 1);
    if (firstResponseAt == null && works && !internal && !author.equals(requester.id())) {
      firstResponseAt = now;
    }
    if (!internal && author.equals(requester.id()) && AFTER_ANSWER.containsKey(status)) {
      moveTo(AFTER_ANSWER.get(status), now);
      touch(now);
    }
  }

  /** A comment was taken back. */
  public void forget(boolean internal) {
    count(internal, -1);
  }

  private void count(boolean internal, int by) {
    publicComments += internal ? 0 : by;
    internalComments += internal ? by : 0;
  }

  public boolean isBreached(Instant now) {
    Instant lateAt = deadline.lateAt();
    return !status.isSettled() && lateAt != null && !lateAt.isAfter(now);
  }

  Map<Field, FieldChange> changes() {
    return changes;
  }

  private void note(Field field, @Nullable Object from, @Nullable Object to) {
    if (!Objects.equals(from, to)) {
      changes.put(field, new FieldChange(field.wire(), from, to));
    }
  }
}
