package dev.helpdesk.kit.inbox;

import dev.helpdesk.kit.web.Trace;
import io.quarkus.vertx.core.runtime.VertxMDC;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** The log lines of an event carry the trace id of the request that caused it. */
final class EventTrace {
  private EventTrace() {}

  static void begin(ConsumerRecord<String, String> record) {
    Header header = record.headers().lastHeader("traceparent");
    String id =
        header == null ? null : Trace.idIn(new String(header.value(), StandardCharsets.UTF_8));
    VertxMDC.INSTANCE.put("traceId", id == null ? Trace.newId() : id);
  }
}
