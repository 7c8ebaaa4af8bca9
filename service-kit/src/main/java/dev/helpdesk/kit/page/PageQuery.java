package dev.helpdesk.kit.page;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * The paging parameters of every list. Taken as text, so that what is no number is refused with the
 * name of its parameter. Needs reflection for the check of unknown parameters in a native image.
 */
@RegisterForReflection
public class PageQuery {
  private static final int DEFAULT_LIMIT = 20;

  @RestQuery
  @Pattern(regexp = "[1-9]\\d{0,8}", message = "must be a number from 1")
  @Parameter(description = "Page number, from 1")
  public @Nullable String page;

  @RestQuery
  @Pattern(regexp = "0|[1-9]\\d{0,8}", message = "must be a number from 0")
  @Parameter(description = "How many items to skip; instead of page")
  public @Nullable String offset;

  @RestQuery
  @Pattern(regexp = "[A-Za-z0-9_-]{1,2000}", message = "is no cursor of ours")
  @Parameter(description = "nextCursor of the answer before; instead of page")
  public @Nullable String cursor;

  @RestQuery
  @Pattern(regexp = "[1-9]\\d?|100", message = "must be a number from 1 to 100")
  @Parameter(description = "How many items at most, 1 to 100; 20 if not given")
  public @Nullable String limit;

  /** Named after the parameter that is too much, which is what an error names. */
  @AssertTrue(message = "cannot be combined with page or offset")
  boolean isCursor() {
    return cursor == null || (page == null && offset == null);
  }

  @AssertTrue(message = "cannot be combined with page")
  boolean isOffset() {
    return offset == null || page == null;
  }

  int limit() {
    return limit == null ? DEFAULT_LIMIT : Integer.parseInt(limit);
  }

  /** Where the list begins; a cursor says so itself. */
  long skip() {
    if (offset != null) {
      return Long.parseLong(offset);
    }
    return page == null ? 0 : (Long.parseLong(page) - 1) * limit();
  }
}
