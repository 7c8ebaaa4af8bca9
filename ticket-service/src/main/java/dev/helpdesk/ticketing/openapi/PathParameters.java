package dev.helpdesk.ticketing.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Nested and flat addresses share their methods, so that a method cannot say which parameters its
 * path has: the path itself does.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class PathParameters implements OASFilter {
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
  private static final Map<String, String> MEANINGS =
      Map.of("space", "The space's id or key", "ticket", "The ticket's key or id");

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document
        .getPaths()
        .getPathItems()
        .forEach((path, item) -> item.getOperations().values().forEach(o -> fit(path, item, o)));
  }

  private static void fit(String path, PathItem item, Operation operation) {
    Set<String> missing = namesIn(path);
    List<Parameter> fitting = new ArrayList<>();
    for (Parameter parameter : all(operation.getParameters())) {
      if (parameter.getIn() != Parameter.In.PATH || missing.remove(parameter.getName())) {
        fitting.add(parameter);
      }
    }
    all(item.getParameters()).forEach(parameter -> missing.remove(parameter.getName()));
    missing.forEach(name -> fitting.add(pathParameter(name)));
    operation.setParameters(fitting);
  }

  private static Set<String> namesIn(String path) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = NAME.matcher(path);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private static List<Parameter> all(@Nullable List<Parameter> parameters) {
    return parameters == null ? List.of() : parameters;
  }

  private static Parameter pathParameter(String name) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.PATH)
        .required(true)
        .description(MEANINGS.get(name))
        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
  }
}
