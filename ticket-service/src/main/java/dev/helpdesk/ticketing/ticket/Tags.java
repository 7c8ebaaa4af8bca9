package dev.helpdesk.ticketing.ticket;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tags as they are kept: in lower case, each once, in one order. */
final class Tags {
  private Tags() {}

  static List<String> normal(Collection<String> tags) {
    return List.copyOf(
        tags.stream()
            .map(tag -> tag.toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(TreeSet::new)));
  }
}
