package dev.helpdesk.notification.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Deliveries that go out as one mail, oldest first; most often only one. */
record DueMail(List<DueDelivery> deliveries) {

  static Collection<DueMail> of(List<DueDelivery> claimed) {
    Map<UUID, List<DueDelivery>> mails = new LinkedHashMap<>();
    claimed.stream()
        .sorted(Comparator.comparing(DueDelivery::id))
        .forEach(
            delivery ->
                mails.computeIfAbsent(keyOf(delivery), key -> new ArrayList<>()).add(delivery));
    return mails.values().stream().map(DueMail::new).toList();
  }

  private static UUID keyOf(DueDelivery delivery) {
    return delivery.bundle() == null ? delivery.id() : delivery.bundle();
  }

  /** The one whose name, language and place in the thread count. */
  DueDelivery first() {
    return deliveries.get(0);
  }

  UUID[] ids() {
    return deliveries.stream().map(DueDelivery::id).toArray(UUID[]::new);
  }

  /** The part of it that is left when some are taken out. */
  DueMail without(Collection<DueDelivery> others) {
    return new DueMail(deliveries.stream().filter(d -> !others.contains(d)).toList());
  }
}
