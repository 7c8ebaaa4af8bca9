package dev.helpdesk.ticketing.directory;

import dev.helpdesk.contracts.CloudEvent;
import dev.helpdesk.contracts.user.UserEvent;
import dev.helpdesk.contracts.user.UserState;
import dev.helpdesk.kit.inbox.EventHandler;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps the newest state of a person; what is older than what we have changes nothing. */
record ProjectPerson<T extends UserEvent>(String type, Class<T> data) implements EventHandler<T> {
  private static final String PROJECT =
      "INSERT INTO person (id, name, username, email, role, active, version, github_username)"
          + " VALUES (:id, :name, :username, :email, :role, :active, :version, :github)"
          + " ON CONFLICT (id) DO UPDATE SET name = excluded.name, username = excluded.username,"
          + " email = excluded.email, role = excluded.role, active = excluded.active,"
          + " version = excluded.version, github_username = excluded.github_username WHERE person.version < excluded.version";

  @Override
  public Uni<Void> apply(CloudEvent<T> event) {
    UserState user = event.data().user();
    return Panache.getSession().chain(session -> project(session, user)).replaceWithVoid();
  }

  private static Uni<Integer> project(Mutiny.Session session, UserState user) {
    return session
        .createNativeQuery(PROJECT)
        .setParameter("id", user.id())
        .setParameter("name", user.name())
        .setParameter("username", user.username())
        .setParameter("email", user.email())
        .setParameter("role", user.role().wire())
        .setParameter("active", user.active())
        .setParameter("version", user.version())
        .setParameter("github", user.githubUsername())
        .executeUpdate();
  }
}
