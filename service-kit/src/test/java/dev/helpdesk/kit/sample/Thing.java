package dev.helpdesk.kit.sample;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

@Entity
class Thing {
  @Id UUID id;
  String name;
  int rank;

  @Column(name = "owner_id")
  UUID ownerId;

  @Version int version;

  protected Thing() {}

  Thing(UUID id, String name, int rank, UUID ownerId) {
    this.id = id;
    this.name = name;
    this.rank = rank;
    this.ownerId = ownerId;
  }

  void rename(String name) {
    this.name = name;
  }
}
