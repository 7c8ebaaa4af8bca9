package dev.helpdesk.auth.accesstoken;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A personal access token to trade for a short-lived one. */
record ExchangeToken(
    @NotBlank @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Schema(examples = "hdp_…")
        String token) {
  /** Never the secret. */
  @Override
  public String toString() {
    return "ExchangeToken[]";
  }
}
