package dev.helpdesk.ticketing.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkflowTest {
  @Test
  void leadsWhereTheContractSaysAndNowhereElse() {
    Map<Status, Set<Status>> contract =
        Map.of(
            Status.OPEN, Set.of(Status.IN_PROGRESS),
            Status.IN_PROGRESS, Set.of(Status.OPEN, Status.WAITING, Status.RESOLVED),
            Status.WAITING, Set.of(Status.IN_PROGRESS, Status.RESOLVED),
            Status.RESOLVED, Set.of(Status.OPEN, Status.CLOSED),
            Status.CLOSED, Set.of(Status.OPEN));
    for (Status from : Status.values()) {
      for (Status to : Status.values()) {
        assertThat(from.leadsTo(to)).isEqualTo(contract.getOrDefault(from, Set.of()).contains(to));
      }
    }
  }

  @Test
  void mentionsAreFoundInProseAndNotInAddresses() {
    assertThat(Mentions.in("Hi @Bob, ask @eve.adams. Not a@bob.org, not @x"))
        .containsExactlyInAnyOrder("bob", "eve.adams", "eve.adams.");
    assertThat(Mentions.added("@bob", "@bob and @eve")).containsExactly("eve");
  }

  @Test
  void cellsThatASpreadsheetWouldRunAreDisarmed() {
    assertThat(cell("=1+1")).isEqualTo("'=1+1");
    assertThat(cell("@x,\"y\"")).isEqualTo("\"'@x,\"\"y\"\"\"");
    assertThat(cell("a\nb")).isEqualTo("\"a\nb\"");
    assertThat(cell("plain text")).isEqualTo("plain text");
  }

  private static String cell(String value) {
    StringBuilder line = new StringBuilder();
    CsvTickets.cell(line, value);
    return line.toString();
  }
}
