package dev.helpdesk.ticketing.directory;

import dev.helpdesk.ticketing.space.SpaceRef;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/** Ways in which requests name people: ids on one side, addresses and user names on the other. */
record PersonName(List<UUID> ids, List<String> names) {
  static PersonName of(Collection<String> texts) {
    List<UUID> ids = texts.stream().map(SpaceRef::idIn).filter(Objects::nonNull).toList();
    List<String> names =
        texts.stream()
            .filter(text -> SpaceRef.idIn(text) == null)
            .map(text -> text.toLowerCase(Locale.ROOT))
            .toList();
    return new PersonName(ids, names);
  }

  UUID[] idArray() {
    return ids.toArray(UUID[]::new);
  }

  String[] nameArray() {
    return names.toArray(String[]::new);
  }
}
