package dev.helpdesk.notification.preference;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By which ways somebody is told of one type of thing. */
@Schema(name = "NotificationChannels")
record Channels(@NotNull Boolean mail, @NotNull Boolean inApp) {}
