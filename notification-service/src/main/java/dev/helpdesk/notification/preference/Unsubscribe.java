package dev.helpdesk.notification.preference;

import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.notification.notice.NoticeType;
import dev.helpdesk.notification.preference.UnsubscribeTokens.Subscription;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Ends mails by what their links say. */
@ApplicationScoped
class Unsubscribe {
  private final UnsubscribeTokens tokens;
  private final Preferences preferences;

  Unsubscribe(UnsubscribeTokens tokens, Preferences preferences) {
    this.tokens = tokens;
    this.preferences = preferences;
  }

  Uni<String> page(String token) {
    Subscription subscription = require(token);
    return preferences
        .read(subscription.user())
        .map(view -> UnsubscribePage.ask(view.language(), token, subscription.type()));
  }

  Uni<String> end(String token, boolean all) {
    Subscription subscription = require(token);
    List<NoticeType> types = all ? NoticeType.choices() : List.of(subscription.type());
    return preferences
        .mute(subscription.user(), types)
        .chain(() -> preferences.read(subscription.user()))
        .map(view -> UnsubscribePage.done(view.language(), all, subscription.type()));
  }

  private Subscription require(String token) {
    Subscription subscription = tokens.find(token);
    if (subscription == null || !subscription.type().isChoice()) {
      throw ProblemException.notFound();
    }
    return subscription;
  }
}
