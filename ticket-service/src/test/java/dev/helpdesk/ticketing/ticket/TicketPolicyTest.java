package dev.helpdesk.ticketing.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.ticketing.space.Standing;
import dev.helpdesk.ticketing.ticket.TicketPolicy.Relation;
import dev.helpdesk.ticketing.ticket.TicketPolicy.Wish;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of who may change what, row by row. */
class TicketPolicyTest {
  private static final String WORK = "status priority severity category tags dueDate";

  @ParameterizedTest(name = "{0} requester={1} {2}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        // standing | requester | assigned to | may change, other than a claim
        "VISITOR | no  | somebody | ",
        "VISITOR | no  | nobody   | ",
        "VISITOR | no  | actor    | ",
        "VISITOR | yes | somebody | title description",
        "VISITOR | yes | nobody   | title description",
        "AGENT   | no  | somebody | ",
        "AGENT   | no  | nobody   | ",
        "AGENT   | no  | actor    | " + WORK + " assignee",
        "AGENT   | yes | somebody | title description",
        "AGENT   | yes | actor    | title description " + WORK + " assignee",
        "OWNER   | no  | somebody | title description " + WORK + " assignee slaMinutes",
        "OWNER   | no  | nobody   | title description " + WORK + " assignee slaMinutes",
        "OWNER   | yes | actor    | title description " + WORK + " assignee slaMinutes",
      })
  void mayChange(Standing standing, String requester, String assigned, String fields) {
    Relation relation =
        new Relation(
            standing, requester.equals("yes"), assigned.equals("actor"), assigned.equals("nobody"));
    // Links to GitHub have an address and a rule of their own.
    Set<Field> asked = EnumSet.complementOf(EnumSet.of(Field.GITHUB));
    Set<Field> refused =
        TicketPolicy.refused(relation, Status.OPEN, new Wish(asked, Status.IN_PROGRESS, false));
    Set<String> allowed =
        asked.stream()
            .filter(field -> !refused.contains(field))
            .map(Field::wire)
            .collect(Collectors.toSet());
    assertThat(allowed).isEqualTo(fields == null ? Set.of() : Set.of(fields.split(" ")));
  }

  @ParameterizedTest
  @CsvSource({
    "VISITOR, false, true, false",
    "AGENT, false, true, true",
    "AGENT, false, false, false",
    "AGENT, true, true, true",
  })
  void claims(Standing standing, boolean requester, boolean forSelf, boolean allowed) {
    Wish claim = new Wish(EnumSet.of(Field.ASSIGNEE), null, forSelf);
    Relation relation = new Relation(standing, requester, false, true);
    assertThat(TicketPolicy.refused(relation, Status.OPEN, claim).isEmpty()).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "RESOLVED, OPEN, true",
    "RESOLVED, CLOSED, true",
    "RESOLVED, IN_PROGRESS, false",
    "CLOSED, OPEN, false",
    "OPEN, CLOSED, false",
    "IN_PROGRESS, RESOLVED, false",
    "WAITING, RESOLVED, false",
  })
  void aRequesterReopensOrClosesTheirOwnResolved(Status from, Status to, boolean allowed) {
    Wish wish = new Wish(EnumSet.of(Field.STATUS), to, false);
    Relation requester = new Relation(Standing.VISITOR, true, false, false);
    assertThat(TicketPolicy.refused(requester, from, wish).isEmpty()).isEqualTo(allowed);
  }

  @Test
  void oneRefusedFieldIsNamedAlone() {
    Wish wish = new Wish(EnumSet.of(Field.TITLE, Field.PRIORITY), null, false);
    Relation requester = new Relation(Standing.VISITOR, true, false, false);
    assertThat(TicketPolicy.refused(requester, Status.OPEN, wish)).containsExactly(Field.PRIORITY);
  }

  @ParameterizedTest
  @CsvSource({
    "VISITOR, false, false, true, false",
    "VISITOR, true, false, false, true",
    "AGENT, false, false, false, false",
    "AGENT, false, true, false, true",
    "AGENT, false, false, true, true",
    "OWNER, false, false, false, true",
  })
  void mayChangeAny(
      Standing standing, boolean requester, boolean assigned, boolean nobody, boolean allowed) {
    Relation relation = new Relation(standing, requester, assigned, nobody);
    assertThat(TicketRights.mayChangeAny(relation, Status.OPEN)).isEqualTo(allowed);
  }
}
