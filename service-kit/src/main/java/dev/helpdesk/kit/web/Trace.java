package dev.helpdesk.kit.web;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.quarkus.vertx.core.runtime.VertxMDC;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** W3C trace context: the caller's, OpenTelemetry's if it is on, or one of our own. */
public final class Trace {
  private static final String KEY = "helpdesk.trace";
  private static final Pattern TRACEPARENT =
      Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}");

  private Trace() {}

  /** The trace id of a request; made at the first question. */
  public static String idOf(RoutingContext context) {
    String id = context.get(KEY);
    if (id == null) {
      id = started(context.request().getHeader("traceparent"));
      context.put(KEY, id);
    }
    return id;
  }

  private static String started(@Nullable String traceparent) {
    SpanContext span = Span.current().getSpanContext();
    if (span.isValid()) {
      return span.getTraceId();
    }
    String received = idIn(traceparent);
    return received == null ? random(16) : received;
  }

  public static @Nullable String idIn(@Nullable String traceparent) {
    Matcher matcher = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
    return matcher.matches() ? matcher.group(1) : null;
  }

  /** What an event takes along, so that its consumers log and trace under the same id. */
  private static String parentFor(String traceId) {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid()
        ? "00-%s-%s-%s".formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex())
        : "00-%s-%s-00".formatted(traceId, random(8));
  }

  /** Makes a later piece of work part of the trace that it came from. */
  public static Context contextOf(@Nullable String traceparent) {
    return traceparent == null
        ? Context.root()
        : W3CTraceContextPropagator.getInstance()
            .extract(Context.root(), Map.of("traceparent", traceparent), new FromMap());
  }

  private static final class FromMap implements TextMapGetter<Map<String, String>> {
    @Override
    public Iterable<String> keys(Map<String, String> carrier) {
      return carrier.keySet();
    }

    @Override
    public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
      return carrier == null ? null : carrier.get(key);
    }
  }

  /** What the present work hands on: its request's trace id, or a new one. */
  public static String currentParent() {
    Object traceId = VertxMDC.INSTANCE.get("traceId");
    return parentFor(traceId == null ? newId() : traceId.toString());
  }

  public static String newId() {
    return random(16);
  }

  private static String random(int bytes) {
    byte[] random = new byte[bytes];
    // A new one each time: one that a class holds would be seeded while a native image is built.
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
