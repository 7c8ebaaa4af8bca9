package dev.helpdesk.notification.inbox;

import dev.helpdesk.contracts.CloudEvent;
import dev.helpdesk.contracts.intake.TrackingLinkIssued;
import dev.helpdesk.kit.inbox.SqlEventHandler;
import dev.helpdesk.notification.delivery.Cause;
import dev.helpdesk.notification.delivery.Deliveries;
import dev.helpdesk.notification.delivery.Lane;
import dev.helpdesk.notification.delivery.NewDelivery;
import dev.helpdesk.notification.mail.TrackingLinkMail;
import dev.helpdesk.notification.notice.NoticeType;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The link to a ticket goes to who filed it without an account. */
@ApplicationScoped
class TrackingLinks implements SqlEventHandler<TrackingLinkIssued> {
  private static final String LANGUAGE = "en";

  private final Deliveries deliveries;

  TrackingLinks(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public String type() {
    return TrackingLinkIssued.TYPE;
  }

  @Override
  public Class<TrackingLinkIssued> data() {
    return TrackingLinkIssued.class;
  }

  @Override
  public Uni<Void> apply(SqlConnection transaction, CloudEvent<TrackingLinkIssued> event) {
    TrackingLinkIssued link = event.data();
    NewDelivery mail =
        NewDelivery.of(
            NoticeType.TRACKING_LINK, link.email(), null, LANGUAGE, TrackingLinkMail.of(link));
    Cause cause = new Cause(event.id(), event.time(), null);
    return deliveries.add(transaction, cause, Lane.URGENT, null, List.of(mail));
  }
}
