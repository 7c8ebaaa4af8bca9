package dev.helpdesk.notification.inbox;

import dev.helpdesk.contracts.CloudEvent;
import dev.helpdesk.contracts.user.UserEvent;
import dev.helpdesk.contracts.user.UserState;
import dev.helpdesk.kit.inbox.SqlEventHandler;
import dev.helpdesk.notification.directory.ProjectPerson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Whoever is heard of for the first time is welcomed, whatever the event: the topic is compacted,
 * and may have lost the one that told of the registration.
 */
record FollowPerson<T extends UserEvent>(String type, Class<T> data, WelcomePeople welcome)
    implements SqlEventHandler<T> {

  @Override
  public Uni<Void> apply(SqlConnection transaction, CloudEvent<T> event) {
    UserState person = event.data().user();
    return ProjectPerson.apply(transaction, event, person)
        .chain(
            isNew ->
                isNew ? welcome.welcome(transaction, event, person) : Uni.createFrom().voidItem());
  }
}
