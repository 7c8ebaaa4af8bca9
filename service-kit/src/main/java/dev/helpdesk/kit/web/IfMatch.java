package dev.helpdesk.kit.web;

import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The caller's expectation of a version, from the If-Match header. Resource methods take it as a
 * header parameter; what is no version is refused as a malformed header.
 */
@Schema(
    type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
    examples = "\"3\"")
public final class IfMatch {
  private static final Pattern VERSION = Pattern.compile("\"(\\d{1,9})\"|(\\d{1,9})");

  /** RFC 9110 lets a weak tag match nothing here. */
  private static final int NEVER = -1;

  /** No expectation. */
  public static final IfMatch ANY = new IfMatch(List.of());

  private final List<Integer> versions;

  private IfMatch(List<Integer> versions) {
    this.versions = versions;
  }

  /** JAX-RS calls this for a header parameter of this type. */
  public static IfMatch fromString(String header) {
    String plain = header.trim();
    if (plain.equals("*") || plain.isEmpty()) {
      return ANY;
    }
    String[] tags = plain.split(",");
    return tags.length == 0
        ? new IfMatch(List.of(version("")))
        : new IfMatch(Arrays.stream(tags).map(IfMatch::version).toList());
  }

  private static int version(String tag) {
    boolean weak = tag.trim().startsWith("W/");
    Matcher matcher = VERSION.matcher(weak ? tag.trim().substring(2) : tag.trim());
    if (!matcher.matches()) {
      throw ProblemException.invalid("If-Match", "must be a version like \"3\", or *");
    }
    String number = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    return weak ? NEVER : Integer.parseInt(number);
  }

  /**
   * The header first (412), then the version in the body (409); neither given is no expectation.
   */
  public static void check(@Nullable IfMatch header, @Nullable Integer bodyVersion, int current) {
    if (header != null && !header.versions.isEmpty() && !header.versions.contains(current)) {
      throw stale(CommonError.STALE_PRECONDITION, current);
    }
    if (bodyVersion != null && bodyVersion != current) {
      throw stale(CommonError.OPTIMISTIC_LOCK, current);
    }
  }

  private static ProblemException stale(CommonError code, int current) {
    return new ProblemException(code, "The current version is " + current + ".")
        .with("currentVersion", current)
        .header("ETag", EntityTags.of(current));
  }
}
