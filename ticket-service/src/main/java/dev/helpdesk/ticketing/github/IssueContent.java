package dev.helpdesk.ticketing.github;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an issue says, as we keep such texts; its labels as GitHub writes them. */
record IssueContent(String title, String body, List<String> labels) {
  private static final int MOST_TAGS = 20;
  private static final int LONGEST_TAG = 40;

  /** Of texts as GitHub has them. */
  static IssueContent foreign(
      @Nullable String title, @Nullable String body, Collection<String> labels) {
    return new IssueContent(ForeignText.title(title), ForeignText.body(body), List.copyOf(labels));
  }

  /** Those of the labels that can be tags. */
  List<String> tags() {
    Set<String> tags = new TreeSet<>();
    for (String label : labels) {
      String tag = tag(label);
      if (tag != null) {
        tags.add(tag);
      }
    }
    return tags.stream().limit(MOST_TAGS).toList();
  }

  private static @Nullable String tag(String label) {
    String tag = label.strip().toLowerCase(Locale.ROOT);
    return tag.isEmpty()
            || tag.codePointCount(0, tag.length()) > LONGEST_TAG
            || !dev.helpdesk.kit.web.Text.isStorable(tag)
        ? null
        : tag;
  }

  /** These tags, and the labels of the issue that never could be tags of ours. */
  static List<String> labelsFor(List<String> tags, @Nullable IssueContent known) {
    Set<String> labels = new LinkedHashSet<>(tags);
    if (known != null) {
      List<String> kept = known.tags();
      known.labels().stream()
          .filter(label -> !kept.contains(Objects.requireNonNullElse(tag(label), "")))
          .forEach(labels::add);
    }
    return List.copyOf(labels);
  }
}
