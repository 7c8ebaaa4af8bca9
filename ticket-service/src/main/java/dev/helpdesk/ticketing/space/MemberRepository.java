package dev.helpdesk.ticketing.space;

import dev.helpdesk.kit.security.Actor;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Members in the database. */
@ApplicationScoped
class MemberRepository implements PanacheRepositoryBase<Member, Member.Key> {
  private static final String PERSON = "SELECT name, email FROM person WHERE id = :id";

  /** A person's name and address. */
  record Person(String name, String email) {}

  Uni<@Nullable Member> find(Space space, UUID userId) {
    return findById(new Member.Key(space.id, userId));
  }

  /** What the actor may do in a space that they see. */
  Uni<Standing> standing(Actor actor, Space space) {
    return find(space, actor.id())
        .map(member -> Standing.of(actor, space.visibility, member == null ? null : member.role));
  }

  Uni<List<Member>> owners(Space space) {
    return list("key.spaceId = ?1 and role = ?2", space.id, MemberRole.OWNER);
  }

  Uni<@Nullable Person> findPerson(UUID userId) {
    return getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(PERSON, Object[].class)
                    .setParameter("id", userId)
                    .getResultList())
        .map(MemberRepository::person);
  }

  private static @Nullable Person person(List<Object[]> rows) {
    return rows.isEmpty() ? null : new Person((String) rows.get(0)[0], (String) rows.get(0)[1]);
  }
}
