package dev.helpdesk.ticketing.space;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** Somebody's role in a space. */
@Entity
@Table(name = "member")
class Member {
  @EmbeddedId Key key;
  MemberRole role;

  protected Member() {}

  Member(UUID spaceId, UUID userId, MemberRole role) {
    this.key = new Key(spaceId, userId);
    this.role = role;
  }

  void become(MemberRole role) {
    this.role = role;
  }

  /** One role a person and space. */
  @Embeddable
  record Key(@Column(name = "space_id") UUID spaceId, @Column(name = "user_id") UUID userId)
      implements Serializable {}
}
