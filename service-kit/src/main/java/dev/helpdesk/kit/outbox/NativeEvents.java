package dev.helpdesk.kit.outbox;

import dev.helpdesk.contracts.CloudEvent;
import dev.helpdesk.contracts.intake.TrackingLinkIssued;
import dev.helpdesk.contracts.otp.OtpPurpose;
import dev.helpdesk.contracts.otp.OtpRequested;
import dev.helpdesk.contracts.ticket.ChatMessageSent;
import dev.helpdesk.contracts.ticket.CommentState;
import dev.helpdesk.contracts.ticket.FieldChange;
import dev.helpdesk.contracts.ticket.PersonRef;
import dev.helpdesk.contracts.ticket.SpaceCreated;
import dev.helpdesk.contracts.ticket.SpaceDeleted;
import dev.helpdesk.contracts.ticket.SpaceMemberRemoved;
import dev.helpdesk.contracts.ticket.SpaceMemberSet;
import dev.helpdesk.contracts.ticket.SpaceState;
import dev.helpdesk.contracts.ticket.SpaceUpdated;
import dev.helpdesk.contracts.ticket.TicketAssigned;
import dev.helpdesk.contracts.ticket.TicketCommentDeleted;
import dev.helpdesk.contracts.ticket.TicketCommentEdited;
import dev.helpdesk.contracts.ticket.TicketCommented;
import dev.helpdesk.contracts.ticket.TicketCreated;
import dev.helpdesk.contracts.ticket.TicketDeleted;
import dev.helpdesk.contracts.ticket.TicketLinked;
import dev.helpdesk.contracts.ticket.TicketRef;
import dev.helpdesk.contracts.ticket.TicketRestored;
import dev.helpdesk.contracts.ticket.TicketSlaBreached;
import dev.helpdesk.contracts.ticket.TicketSlaDueSoon;
import dev.helpdesk.contracts.ticket.TicketState;
import dev.helpdesk.contracts.ticket.TicketStatusChanged;
import dev.helpdesk.contracts.ticket.TicketUnlinked;
import dev.helpdesk.contracts.ticket.TicketUpdated;
import dev.helpdesk.contracts.user.Role;
import dev.helpdesk.contracts.user.SessionReuseDetected;
import dev.helpdesk.contracts.user.UserDeactivated;
import dev.helpdesk.contracts.user.UserRegistered;
import dev.helpdesk.contracts.user.UserState;
import dev.helpdesk.contracts.user.UserUpdated;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * All that events are made of. Jackson finds their fields by reflection, which a native image
 * allows only for what is named.
 */
@RegisterForReflection(
    targets = {
      ChatMessageSent.class,
      CloudEvent.class,
      CommentState.class,
      FieldChange.class,
      OtpPurpose.class,
      OtpRequested.class,
      PersonRef.class,
      Role.class,
      SessionReuseDetected.class,
      SpaceCreated.class,
      SpaceDeleted.class,
      SpaceMemberRemoved.class,
      SpaceMemberSet.class,
      SpaceState.class,
      SpaceUpdated.class,
      TicketAssigned.class,
      TicketCommentDeleted.class,
      TicketCommentEdited.class,
      TicketCommented.class,
      TicketCreated.class,
      TicketDeleted.class,
      TicketLinked.class,
      TicketRef.class,
      TicketRestored.class,
      TicketSlaBreached.class,
      TicketSlaDueSoon.class,
      TicketState.class,
      TicketStatusChanged.class,
      TicketUnlinked.class,
      TicketUpdated.class,
      TrackingLinkIssued.class,
      UserDeactivated.class,
      UserRegistered.class,
      UserState.class,
      UserUpdated.class,
    })
final class NativeEvents {
  private NativeEvents() {}
}
