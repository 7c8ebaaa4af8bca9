package dev.helpdesk.kit.inbox;

/** What one type of event does here; runs in the transaction that records the event's id. */
public sealed interface Handler<T> permits EventHandler, SqlEventHandler {
  String type();

  Class<T> data();
}
