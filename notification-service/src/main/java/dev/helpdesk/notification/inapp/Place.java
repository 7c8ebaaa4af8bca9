package dev.helpdesk.notification.inapp;

import java.util.Comparator;
import java.util.UUID;

/**
 * How far a reader has come in the order of transactions. Whoever stays below all running
 * transactions meets no row later that belongs before.
 */
record Place(long tx, UUID id) implements Comparable<Place> {
  private static final UUID LAST = new UUID(-1, -1);

  /** UUIDs as PostgreSQL compares them: by their bytes without a sign. */
  private static final Comparator<Place> ORDER =
      Comparator.comparingLong(Place::tx).thenComparing(place -> place.id().toString());

  /** After all rows of the transactions before this one. */
  static Place before(long tx) {
    return new Place(tx - 1, LAST);
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
