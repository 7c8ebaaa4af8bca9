/** People, spaces and who sees what, as this service knows them from events. */
@NullMarked
package dev.helpdesk.notification.directory;

import org.jspecify.annotations.NullMarked;
