package dev.helpdesk.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

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

  private HouseRules() {}
}
