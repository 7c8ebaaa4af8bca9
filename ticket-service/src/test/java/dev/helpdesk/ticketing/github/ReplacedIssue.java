package dev.helpdesk.ticketing.github;

import com.fasterxml.jackson.databind.JsonNode;

/** Lets a webhook tell of the issue as GitHub's stand-in has it. */
final class ReplacedIssue {
  private ReplacedIssue() {}

  static Hook in(Hook hook, JsonNode issue) {
    int from = hook.payload().indexOf("\"issue\": {") + "\"issue\": ".length();
    return hook.saying(piece(hook.payload(), from), issue.toString());
  }

  /** The JSON object that begins there. */
  private static String piece(String text, int from) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return text.substring(from, i + 1);
      }
    }
    throw new IllegalArgumentException("no object");
  }
}
