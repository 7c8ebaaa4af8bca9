package dev.helpdesk.kit.security;

import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.FieldError;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.web.Text;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A query parameter that the method does not declare is a mistake, and we say so. */
final class KnownParameters {
  private static final Map<Method, Set<String>> KNOWN = new ConcurrentHashMap<>();

  private KnownParameters() {}

  static void check(Method method, RoutingContext context) {
    if (context.request().query() == null || context.request().query().isEmpty()) {
      return;
    }
    Set<String> known = KNOWN.computeIfAbsent(method, KnownParameters::of);
    MultiMap sent = context.queryParams();
    List<FieldError> unknown =
        sent.names().stream()
            .filter(name -> !known.contains(name))
            .sorted()
            .map(name -> new FieldError(name, CommonError.UNKNOWN_PARAMETER.name(), "is unknown"))
            .toList();
    if (!unknown.isEmpty()) {
      throw new ProblemException(
          CommonError.UNKNOWN_PARAMETER,
          known.isEmpty()
              ? "This address takes no query parameters."
              : "Known parameters: " + String.join(", ", known.stream().sorted().toList()) + ".",
          unknown);
    }
    for (Map.Entry<String, String> parameter : sent) {
      if (!Text.isStorable(parameter.getValue())) {
        throw ProblemException.invalid(parameter.getKey(), "holds a character that no text may");
      }
    }
  }

  private static Set<String> of(Method method) {
    Set<String> names = new HashSet<>();
    for (Parameter parameter : method.getParameters()) {
      collect(parameter, parameter.getName(), parameter.getType(), names);
    }
    return Set.copyOf(names);
  }

  private static void collect(
      AnnotatedElement element, String name, Class<?> type, Set<String> names) {
    String own = nameOf(element, name);
    if (own != null) {
      names.add(own);
    } else if (element.isAnnotationPresent(BeanParam.class)) {
      for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
        Arrays.stream(c.getDeclaredFields())
            .forEach((Field f) -> collect(f, f.getName(), f.getType(), names));
      }
    }
  }

  private static @Nullable String nameOf(AnnotatedElement element, String name) {
    QueryParam standard = element.getAnnotation(QueryParam.class);
    if (standard != null) {
      return standard.value();
    }
    RestQuery rest = element.getAnnotation(RestQuery.class);
    return rest == null ? null : rest.value().isEmpty() ? name : rest.value();
  }
}
