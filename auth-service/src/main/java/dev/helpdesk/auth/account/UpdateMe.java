package dev.helpdesk.auth.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people change of themselves; absent fields stay, a null githubUsername clears it. */
record UpdateMe(
    @Nullable Optional<@NotBlank @PersonName String> name,
    @Nullable Optional<@NotNull @Pattern(regexp = Username.PATTERN, message = Username.RULE) String>
        username,
    @Nullable
        Optional<@Pattern(regexp = UpdateMe.GITHUB, message = "must be a name on GitHub") String>
        githubUsername,
    @Nullable Optional<@NotNull @Pattern(regexp = "en|de", message = "must be en or de") String>
        language,
    @Nullable Integer version) {
  static final String GITHUB = "[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}";

  UpdateMe {
    name = name == null ? null : name.map(PersonNames::normal);
  }

  void applyTo(Account account) {
    if (name != null) {
      name.ifPresent(account::rename);
    }
    if (username != null) {
      username.ifPresent(account::callThemselves);
    }
    if (githubUsername != null) {
      account.linkGithub(githubUsername.orElse(null));
    }
    if (language != null) {
      language.ifPresent(account::speak);
    }
  }
}
