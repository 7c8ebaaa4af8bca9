package dev.helpdesk.local.gateway;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which service answers which path; what is not in here stays inside. */
public final class Routes {

  private static final String API = "/api/v1/";
  private static final String KEYS = "/.well-known/jwks.json";

  private final Map<String, Upstream> byFirstSegment = new HashMap<>();
  private final Upstream auth;
  private final List<Upstream> all;

  public Routes(Upstream auth, Upstream ticket, Upstream notification) {
    this.auth = auth;
    this.all = List.of(auth, ticket, notification);
    route(auth, "otp", "users", "keys");
    route(ticket, "spaces", "tickets", "public", "search", "analytics", "github");
    route(notification, "notifications", "deliveries", "unsubscribe");
  }

  private void route(Upstream upstream, String... segments) {
    Stream.of(segments).forEach(segment -> byFirstSegment.put(segment, upstream));
  }

  /** Each address that leads to a service together with all below it. */
  public Map<String, Upstream> prefixes() {
    var prefixes = new HashMap<String, Upstream>();
    byFirstSegment.forEach((segment, upstream) -> prefixes.put(API + segment, upstream));
    return prefixes;
  }

  List<Upstream> all() {
    return all;
  }

  /** Empty for what stays inside. */
  public Optional<Upstream> find(String path) {
    if (path.equals(KEYS)) {
      return Optional.of(auth);
    }
    if (!path.startsWith(API) || climbs(path)) {
      return Optional.empty();
    }
    String segment = path.substring(API.length()).split("/", 2)[0];
    return Optional.ofNullable(byFirstSegment.get(segment));
  }

  // A service resolves "/api/v1/users/../../../q/metrics" to a path that is none of ours to show.
  private static boolean climbs(String path) {
    String plain =
        path.toLowerCase(Locale.ROOT)
            .replace("%2e", ".")
            .replace("%2f", "/")
            .replace("%5c", "/")
            .replace('\\', '/');
    return Stream.of(plain.split("/")).anyMatch(s -> s.equals(".") || s.equals(".."));
  }
}
