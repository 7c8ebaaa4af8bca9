package dev.helpdesk.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.UUID;

/** The envelope of every event: CloudEvents 1.0, structured JSON. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "specversion",
  "id",
  "source",
  "type",
  "subject",
  "time",
  "datacontenttype",
  "data"
})
public record CloudEvent<T>(
    String specversion,
    UUID id,
    String source,
    String type,
    String subject,
    Instant time,
    String datacontenttype,
    T data) {

  /** The media type of the record's value. */
  public static final String MEDIA_TYPE = "application/cloudevents+json; charset=UTF-8";

  public static <T> CloudEvent<T> of(
      UUID id, String source, String type, String subject, Instant time, T data) {
    return new CloudEvent<>("1.0", id, source, type, subject, time, "application/json", data);
  }
}
