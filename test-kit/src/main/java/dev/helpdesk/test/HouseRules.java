package dev.helpdesk.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/**
 * The dependency rules of every service; a service runs them with {@code ArchTests.in}. Annotations
 * are named, not imported: this module knows neither the kit nor Hibernate.
 */
public final class HouseRules {
  private static final String PATH = "jakarta.ws.rs.Path";
  private static final String OPERATION = "org.eclipse.microprofile.openapi.annotations.Operation";
  private static final String ACCESS = "dev.helpdesk.kit.security.Access";
  private static final String TRANSACTION =
      "io.quarkus.hibernate.reactive.panache.common.WithTransaction";

  private static final Set<String> LIVING =
      Set.of(
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.lang.Thread",
          "java.lang.ref.Cleaner",
          "java.util.Timer",
          "java.util.concurrent.Executor",
          "java.net.Socket",
          "java.net.ServerSocket",
          "java.net.http.HttpClient",
          "java.nio.channels.Channel",
          "java.io.InputStream",
          "io.vertx.core.Vertx",
          "io.vertx.mutiny.core.Vertx",
          "org.apache.kafka.clients.producer.Producer",
          "com.github.f4b6a3.uuid.factory.UuidFactory");

  @ArchTest
  static final ArchRule FEATURES_FORM_NO_CYCLE =
      slices().matching("dev.helpdesk.(*).(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule SERVICES_ARE_SLICES_THAT_DO_NOT_KNOW_EACH_OTHER =
      slices()
          .matching("dev.helpdesk.(auth|ticketing|notification)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule RESOURCES_GO_THROUGH_SERVICES =
      noClasses()
          .that()
          .areAnnotatedWith(PATH)
          .should()
          .dependOnClassesThat(HasName.Predicates.nameMatching(".*(Repository|sqlclient\\.Pool)"));

  @ArchTest
  static final ArchRule EVERY_ENDPOINT_SAYS_WHO_MAY_CALL_IT =
      methods()
          .that()
          .areAnnotatedWith(OPERATION)
          .should()
          .beAnnotatedWith(ACCESS)
          .andShould()
          .bePublic();

  @ArchTest
  static final ArchRule RESOURCES_ARE_THE_ONLY_ENDPOINTS =
      classes().that().areAnnotatedWith(PATH).should().haveSimpleNameEndingWith("Resource");

  @ArchTest
  static final ArchRule TRANSACTIONS_ARE_NOT_THE_EDGES =
      methods()
          .that()
          .areAnnotatedWith(TRANSACTION)
          .should()
          .beDeclaredInClassesThat()
          .haveNameNotMatching(".*(Resource|Repository)")
          .allowEmptyShould(true);

  /** All classes are initialised while a native image is built, and what they hold goes into it. */
  @ArchTest
  public static final ArchRule CLASSES_HOLD_NOTHING_THAT_LIVES_ONLY_AT_RUN_TIME =
      noFields()
          .that()
          .areStatic()
          .should()
          .haveRawType(livingAtRunTime())
          .allowEmptyShould(true)
          .because("a native image would freeze it, or refuse to be built");

  private static DescribedPredicate<JavaClass> livingAtRunTime() {
    return DescribedPredicate.describe(
        "random numbers, threads, timers, connections or clients",
        type -> LIVING.stream().anyMatch(type::isAssignableTo));
  }

  private HouseRules() {}
}
