package dev.helpdesk.ticketing.search;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What is looked for and where, as the caller wrote it. */
@RegisterForReflection
public class SearchQuery {
  @RestQuery
  @NotBlank
  @Size(max = 200)
  @Parameter(
      description =
          "Words that must all be there, the last one as a beginning; \"words in a row\"; -without; or a ticket's key",
      example = "login \"blank page\" -safari")
  public @Nullable String q;

  @RestQuery
  @Parameter(description = "ticket, comment, or both with a comma (default)", example = "ticket")
  public @Nullable String type;

  @RestQuery
  @Parameter(description = "Only in that space: its id or key", example = "SA")
  public @Nullable String space;
}
