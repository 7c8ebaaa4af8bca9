package dev.helpdesk.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;

/** Names of images. */
final class Images {
  private Images() {}

  /** A version of its own, never a moving name. */
  static void assertPinned(String image, String where) {
    assertThat(ComposeTest.defaultOf(image)).as(where).matches("[a-z0-9./-]+:[^:]*[0-9][^:]*");
    assertThat(image).as(where).doesNotEndWith(":latest");
  }

  /** What compose runs: image name without tag, to its tag. */
  static Map<String, String> ofCompose() {
    Map<String, String> images = new TreeMap<>();
    ComposeTest.services()
        .values()
        .forEach(
            service -> {
              String[] image = ComposeTest.defaultOf(service.path("image").asText()).split(":");
              images.put(image[0], image[1]);
            });
    return images;
  }
}
