package dev.helpdesk.ticketing.github;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A repository, as it is written; GitHub takes upper and lower case for the same. */
record RepositoryName(String host, String owner, String repo) {
  static final String OWNER = "[A-Za-z0-9][A-Za-z0-9_-]{0,99}";
  static final String REPO = "(?!\\.{1,2}$)[A-Za-z0-9._-]{1,100}";
  private static final Pattern OWNERS = Pattern.compile(OWNER);
  private static final Pattern REPOS = Pattern.compile(REPO);

  /** Null where the parts name no repository. */
  static @Nullable RepositoryName of(String host, String owner, String repo) {
    return OWNERS.matcher(owner).matches() && REPOS.matcher(repo).matches()
        ? new RepositoryName(host.toLowerCase(Locale.ROOT), owner, repo)
        : null;
  }

  /** As the tables write it. */
  String key() {
    return (host + "/" + owner + "/" + repo).toLowerCase(Locale.ROOT);
  }

  String pageOf(int number) {
    return "https://" + host + "/" + owner + "/" + repo + "/issues/" + number;
  }
}
