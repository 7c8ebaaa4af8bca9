package dev.helpdesk.notification.inbox;

import dev.helpdesk.contracts.CloudEvent;
import dev.helpdesk.contracts.user.SessionReuseDetected;
import dev.helpdesk.kit.inbox.SqlEventHandler;
import dev.helpdesk.notification.delivery.Cause;
import dev.helpdesk.notification.delivery.Deliveries;
import dev.helpdesk.notification.delivery.Lane;
import dev.helpdesk.notification.delivery.NewDelivery;
import dev.helpdesk.notification.mail.SessionEndedMail;
import dev.helpdesk.notification.notice.NoticeType;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Who may have lost a session to somebody else is told by mail. */
@ApplicationScoped
class SessionNotices implements SqlEventHandler<SessionReuseDetected> {
  /** The topic keeps the last notice for good; whoever reads it much later must not mail it. */
  private static final Duration STALE = Duration.ofDays(3);

  private final Deliveries deliveries;

  SessionNotices(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public String type() {
    return SessionReuseDetected.TYPE;
  }

  @Override
  public Class<SessionReuseDetected> data() {
    return SessionReuseDetected.class;
  }

  @Override
  public Uni<Void> apply(SqlConnection transaction, CloudEvent<SessionReuseDetected> event) {
    SessionReuseDetected notice = event.data();
    NewDelivery mail =
        NewDelivery.of(
            NoticeType.SESSION_REUSE,
            notice.email(),
            notice.userId(),
            notice.language(),
            SessionEndedMail.of(notice));
    return deliveries.add(
        transaction,
        new Cause(event.id(), event.time(), null),
        Lane.ORDINARY,
        notice.detectedAt().plus(STALE),
        List.of(mail));
  }
}
