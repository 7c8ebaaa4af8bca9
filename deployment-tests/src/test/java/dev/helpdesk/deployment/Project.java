package dev.helpdesk.deployment;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The project's files. */
final class Project {
  static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final JsonMapper YAML =
      JsonMapper.builder(new YAMLFactory())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private Project() {}

  static String text(String path) {
    try {
      return Files.readString(ROOT.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All documents of a file; a key that stands twice fails. */
  static List<JsonNode> documents(String yaml) {
    try (var parser = YAML.createParser(yaml)) {
      var documents = new ArrayList<JsonNode>();
      YAML.readerFor(JsonNode.class).<JsonNode>readValues(parser).forEachRemaining(documents::add);
      documents.removeIf(document -> document.isNull() || document.isMissingNode());
      return documents;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode document(String path) {
    return documents(text(path)).get(0);
  }

  /** With anchors and merge keys resolved, as compose reads it. */
  static JsonNode compose() {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    Map<String, Object> read =
        new Yaml(new SafeConstructor(options)).load(text("docker-compose.yml"));
    return JSON.valueToTree(read);
  }

  static List<JsonNode> list(JsonNode node) {
    var list = new ArrayList<JsonNode>();
    node.forEach(list::add);
    return list;
  }

  static List<String> strings(JsonNode node) {
    return list(node).stream().map(JsonNode::asText).toList();
  }
}
