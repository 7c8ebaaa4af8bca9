package dev.helpdesk.ticketing.github;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address of an issue's page. It is taken apart and shown, never called. */
record IssuePage(RepositoryName repository, int number) {
  static final String FORM = "https://[A-Za-z0-9.-]{1,253}/[^/?#]+/[^/?#]+/issues/[1-9]\\d{0,8}";
  private static final Pattern PARTS =
      Pattern.compile("https://([A-Za-z0-9.-]{1,253})/([^/?#]+)/([^/?#]+)/issues/([1-9]\\d{0,8})");

  /** Null where the address is no issue's. */
  static @Nullable IssuePage of(String url) {
    Matcher parts = PARTS.matcher(url);
    if (!parts.matches()) {
      return null;
    }
    RepositoryName repository = RepositoryName.of(parts.group(1), parts.group(2), parts.group(3));
    return repository == null ? null : new IssuePage(repository, Integer.parseInt(parts.group(4)));
  }

  IssueId id() {
    return new IssueId(repository, number);
  }
}
