package dev.helpdesk.ticketing.space;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.helpdesk.contracts.ticket.SpaceState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A space; its key is given once and stays. */
@Entity
@Table(name = "space")
class Space {
  @Id UUID id;

  @Column(name = "space_key")
  String key;

  String name;
  String description;
  Visibility visibility;

  @Column(name = "public_intake")
  boolean publicIntake;

  @Column(name = "owner_id")
  UUID ownerId;

  @Version int version;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "updated_at")
  Instant updatedAt;

  @Column(name = "deleted_at")
  @Nullable Instant deletedAt;

  protected Space() {}

  static Space open(String key, CreateSpace command, UUID owner, Instant now) {
    Space space = new Space();
    space.id = UuidCreator.getTimeOrderedEpoch();
    space.key = key;
    space.name = command.name();
    space.description = command.description() == null ? "" : command.description();
    space.visibility = command.visibility() == null ? Visibility.INTERNAL : command.visibility();
    space.publicIntake = Boolean.TRUE.equals(command.publicIntake());
    space.ownerId = owner;
    space.createdAt = now;
    space.updatedAt = now;
    return space;
  }

  /** False where everything is as it was. */
  boolean change(UpdateSpace command, Instant now) {
    SpaceState before = state();
    if (command.name() != null) {
      name = command.name().orElse(name);
    }
    if (command.description() != null) {
      description = command.description().orElse("");
    }
    if (command.visibility() != null) {
      visibility = command.visibility().orElse(visibility);
    }
    if (command.publicIntake() != null) {
      publicIntake = command.publicIntake().orElse(publicIntake);
    }
    return touchIfChanged(before, now);
  }

  boolean belongTo(UUID owner, Instant now) {
    SpaceState before = state();
    ownerId = owner;
    return touchIfChanged(before, now);
  }

  void delete(Instant now) {
    deletedAt = now;
    updatedAt = now;
  }

  private boolean touchIfChanged(SpaceState before, Instant now) {
    boolean changed = !before.equals(state());
    updatedAt = changed ? now : updatedAt;
    return changed;
  }

  SpaceState state() {
    return new SpaceState(
        id, key, name, description, visibility.wire(), publicIntake, ownerId, version);
  }
}
