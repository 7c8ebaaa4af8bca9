package dev.helpdesk.ticketing.space;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What somebody is in one space. */
enum MemberRole {
  @JsonProperty("owner")
  OWNER,
  @JsonProperty("agent")
  AGENT,
  @JsonProperty("member")
  MEMBER
}
