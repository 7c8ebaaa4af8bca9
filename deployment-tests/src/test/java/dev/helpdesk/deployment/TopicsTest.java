package dev.helpdesk.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.local.infra.Databases;
import dev.helpdesk.local.infra.KafkaTopic;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The same topics and databases everywhere. */
class TopicsTest {
  private static final Map<String, Map<String, String>> WANTED = wanted();

  @Test
  void theScriptOfComposeAndTheLaptopMakesThem() {
    String script = Project.text("k8s/components/plain-kafka/topics.sh");
    Map<String, Map<String, String>> made = new TreeMap<>();
    Pattern.compile("(?m)^topic (\\S+)(.*)$")
        .matcher(script)
        .results()
        .forEach(line -> made.put(line.group(1), settings(line.group(2))));
    assertThat(made).isEqualTo(WANTED);
    assertThat(script)
        .contains("partitions=${HELPDESK_TOPIC_PARTITIONS:-" + KafkaTopic.DEFAULT_PARTITIONS + "}");
  }

  @Test
  void strimziMakesThem() {
    Map<String, Map<String, String>> made = new TreeMap<>();
    Project.documents(Project.text("k8s/components/strimzi/topics.yaml"))
        .forEach(
            topic -> {
              Map<String, String> config = new TreeMap<>();
              topic
                  .at("/spec/config")
                  .properties()
                  .forEach(entry -> config.put(entry.getKey(), entry.getValue().asText()));
              made.put(topic.at("/metadata/name").asText(), config);
              assertThat(topic.at("/spec/partitions").asInt())
                  .isEqualTo(KafkaTopic.DEFAULT_PARTITIONS);
              assertThat(topic.at("/spec/replicas").asInt()).isEqualTo(3);
            });
    assertThat(made).isEqualTo(WANTED);
  }

  @Test
  void everyServiceHasItsDatabase() {
    assertThat(Project.text("k8s/components/plain-postgres/init.sh"))
        .contains("for service in " + String.join(" ", Databases.SERVICES) + "; do");
    var made =
        Project.documents(Project.text("k8s/components/cloudnative-pg/databases.yaml")).stream()
            .map(database -> database.at("/spec/name").asText())
            .toList();
    assertThat(made).isEqualTo(Databases.SERVICES);
  }

  private static Map<String, String> settings(String words) {
    Map<String, String> settings = new TreeMap<>();
    for (String word : words.strip().split(" +")) {
      if (!word.isEmpty()) {
        settings.put(word.split("=")[0], word.split("=")[1]);
      }
    }
    return settings;
  }

  private static Map<String, Map<String, String>> wanted() {
    Map<String, Map<String, String>> wanted = new TreeMap<>();
    KafkaTopic.helpdesk(KafkaTopic.DEFAULT_PARTITIONS)
        .forEach(topic -> wanted.put(topic.name(), new TreeMap<>(topic.config())));
    return wanted;
  }
}
