package dev.helpdesk.local.gateway;

import io.vertx.core.buffer.Buffer;
import java.util.Map;

/** The page at {@code /}: what runs where and how to begin. */
final class StartPage {

  private final Buffer html;

  /** The values stand for the names in double braces in the page: ports, mostly. */
  StartPage(Map<String, String> values) {
    String page =
        Asset.find("/gateway/start.html")
            .orElseThrow(() -> new IllegalStateException("no start page on the class path"))
            .content()
            .toString();
    for (var value : values.entrySet()) {
      page = page.replace("{{" + value.getKey() + "}}", value.getValue());
    }
    this.html = Buffer.buffer(page);
  }

  Buffer html() {
    return html;
  }
}
