package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.ticketing.space.SpaceRef;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** How a path names a ticket: by id or key, alone or under its space. */
@RegisterForReflection
public class TicketAddress {
  private static final Pattern KEY = Pattern.compile("([A-Za-z0-9]{1,20})-([1-9]\\d{0,8})");

  @RestPath
  @Parameter(description = "The space's id or key", example = "SA")
  public @Nullable String space;

  @RestPath
  @Parameter(description = "The ticket's key or id", example = "SA-1")
  public String ticket = "";

  /** What the path says, as far as it can name a ticket at all. */
  record Place(@Nullable UUID id, @Nullable String spaceKey, @Nullable Integer number) {}

  public static TicketAddress of(@Nullable String space, String ticket) {
    TicketAddress address = new TicketAddress();
    address.space = space;
    address.ticket = ticket;
    return address;
  }

  /** Null where the text can be no ticket. */
  @Nullable Place place() {
    UUID id = SpaceRef.idIn(ticket);
    if (id != null) {
      return new Place(id, null, null);
    }
    Matcher key = KEY.matcher(ticket);
    return key.matches()
        ? new Place(null, key.group(1).toUpperCase(Locale.ROOT), Integer.valueOf(key.group(2)))
        : null;
  }

  @Nullable SpaceRef under() {
    return space == null ? null : SpaceRef.of(space);
  }
}
