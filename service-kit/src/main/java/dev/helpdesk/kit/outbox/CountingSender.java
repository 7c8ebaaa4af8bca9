package dev.helpdesk.kit.outbox;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import java.io.IOException;

/** Counts what the broker has taken, by the event's type. */
final class CountingSender implements EventSender {
  private final EventSender sender;
  private final MeterRegistry meters;

  CountingSender(EventSender sender, MeterRegistry meters) {
    this.sender = sender;
    this.meters = meters;
  }

  @Override
  public Uni<Void> send(OutboxRow row) {
    return sender.send(row).invoke(() -> count(row));
  }

  private void count(OutboxRow row) {
    meters.counter("helpdesk.events", "type", typeOf(row.payload())).increment();
  }

  /** The envelope's type stands before the data, so little of the event is read. */
  static String typeOf(String event) {
    try (JsonParser parser = EventJson.MAPPER.createParser(event)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean isType = parser.currentName().equals("type");
        parser.nextToken();
        if (isType) {
          return parser.getText();
        }
        parser.skipChildren();
      }
    } catch (IOException e) {
      // What cannot be read is counted as what it is.
    }
    return "unknown";
  }

  @Override
  public void close() {
    sender.close();
  }
}
