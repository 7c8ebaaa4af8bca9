package dev.helpdesk.ticketing.space;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who sees a space: every signed-in user, or its members and admins. */
enum Visibility {
  @JsonProperty("internal")
  INTERNAL,
  @JsonProperty("private")
  PRIVATE
}
