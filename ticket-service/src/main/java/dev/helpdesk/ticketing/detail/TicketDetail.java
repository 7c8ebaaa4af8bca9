package dev.helpdesk.ticketing.detail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.helpdesk.kit.web.Versioned;
import dev.helpdesk.ticketing.comment.CommentView;
import dev.helpdesk.ticketing.ticket.TicketView;
import dev.helpdesk.ticketing.timeline.EntryView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A ticket with its newest 50 comments and lines of the timeline, oldest of them first. */
@Schema(name = "TicketDetail")
public record TicketDetail(
    @JsonUnwrapped TicketView ticket, List<CommentView> comments, List<EntryView> timeline)
    implements Versioned {

  @Override
  @JsonIgnore
  public int version() {
    return ticket.version();
  }
}
