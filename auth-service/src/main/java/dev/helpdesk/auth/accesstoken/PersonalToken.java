package dev.helpdesk.auth.accesstoken;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A token that a person made for a client of theirs; only the hash of its secret is kept. */
@Entity
@Table(name = "access_token")
class PersonalToken {
  @Id private UUID id;

  @Column(name = "account_id")
  private UUID account;

  private String name;
  private String[] scopes;

  /** What it is found by; nobody reads it back. */
  @SuppressWarnings("UnusedVariable")
  private byte[] hash;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  @Column(name = "last_used_at")
  private @Nullable Instant lastUsedAt;

  protected PersonalToken() {}

  PersonalToken(UUID id, UUID account, CreateToken command, byte[] hash, Instant now) {
    this.id = id;
    this.account = account;
    this.name = command.name();
    this.scopes = command.scopes().stream().distinct().sorted().toArray(String[]::new);
    this.expiresAt = command.expiresAt();
    this.hash = hash.clone();
    this.createdAt = now;
  }

  void use(Instant now) {
    this.lastUsedAt = now;
  }

  boolean isExpiredAt(Instant now) {
    return expiresAt != null && !expiresAt.isAfter(now);
  }

  UUID account() {
    return account;
  }

  List<String> scopes() {
    return List.of(scopes);
  }

  TokenView view() {
    return new TokenView(id, name, scopes(), createdAt, expiresAt, lastUsedAt);
  }
}
