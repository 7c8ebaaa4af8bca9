package dev.helpdesk.auth.account;

import dev.helpdesk.contracts.user.Role;
import dev.helpdesk.contracts.user.UserState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person who can sign in. What they prove it with is not here. */
@Entity
public class Account {
  @Id private UUID id;

  private String name;
  private String username;
  private String email;

  @Enumerated(EnumType.STRING)
  private Role role;

  @Column(name = "github_username")
  private @Nullable String githubUsername;

  private String language;
  private boolean active;

  @Version private int version;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  /** Whether a verb has changed anything since the account was read. */
  @Transient private boolean changed;

  protected Account() {}

  private Account(UUID id, String name, String username, String email, Role role, Instant now) {
    this.id = id;
    this.name = name;
    this.username = username;
    this.email = email;
    this.role = role;
    this.language = "en";
    this.active = true;
    this.createdAt = now;
    this.updatedAt = now;
  }

  static Account open(UUID id, String name, String username, String email, Role role) {
    return new Account(id, name, username, email, role, now());
  }

  void rename(String name) {
    change(this.name, name);
    this.name = name;
  }

  void callThemselves(String username) {
    change(this.username, username);
    this.username = username;
  }

  void linkGithub(@Nullable String githubUsername) {
    change(this.githubUsername, githubUsername);
    this.githubUsername = githubUsername;
  }

  void speak(String language) {
    change(this.language, language);
    this.language = language;
  }

  void become(Role role) {
    change(this.role, role);
    this.role = role;
  }

  void activate(boolean active) {
    change(this.active, active);
    this.active = active;
  }

  /** The same value again changes nothing, not even the version. */
  private void change(@Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      this.changed = true;
      this.updatedAt = now();
    }
  }

  /** What a database and a JSON text keep alike. */
  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  public UUID id() {
    return id;
  }

  public String name() {
    return name;
  }

  public String email() {
    return email;
  }

  public Role role() {
    return role;
  }

  public String language() {
    return language;
  }

  public boolean isActive() {
    return active;
  }

  boolean isActiveAdmin() {
    return active && role == Role.ADMIN;
  }

  boolean isChanged() {
    return changed;
  }

  int version() {
    return version;
  }

  UserState state() {
    return new UserState(
        id,
        name,
        username,
        email,
        role,
        githubUsername,
        language,
        active,
        version,
        createdAt,
        updatedAt);
  }
}
