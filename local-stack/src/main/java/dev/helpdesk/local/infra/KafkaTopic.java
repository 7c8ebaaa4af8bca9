package dev.helpdesk.local.infra;

import java.util.List;
import java.util.Map;

/** A topic as it is to be created. */
public record KafkaTopic(String name, int partitions, Map<String, String> config) {

  public static final int DEFAULT_PARTITIONS = 6;

  /** The topics that the services talk through. */
  public static List<KafkaTopic> helpdesk(int partitions) {
    return List.of(
        new KafkaTopic("helpdesk.users", partitions, Map.of("cleanup.policy", "compact")),
        new KafkaTopic("helpdesk.otps", partitions, Map.of("retention.ms", "900000")),
        new KafkaTopic("helpdesk.tickets", partitions, Map.of()),
        new KafkaTopic("helpdesk.dead-letters", partitions, Map.of()));
  }
}
