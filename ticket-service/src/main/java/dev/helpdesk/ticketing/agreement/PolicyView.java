package dev.helpdesk.ticketing.agreement;

import dev.helpdesk.kit.web.Versioned;
import dev.helpdesk.ticketing.sla.BusinessCalendar;
import dev.helpdesk.ticketing.sla.SlaPolicies.Terms;
import dev.helpdesk.ticketing.sla.Targets;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a space promises. */
@Schema(name = "SlaPolicy")
public record PolicyView(Targets targets, @Nullable BusinessCalendar calendar, int version)
    implements Versioned {

  static PolicyView of(Terms terms, int version) {
    return new PolicyView(terms.targets(), terms.calendar(), version);
  }
}
