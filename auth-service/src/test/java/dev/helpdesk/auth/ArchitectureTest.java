package dev.helpdesk.auth;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.helpdesk.kit.security.Access;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

@AnalyzeClasses(
    packages = "dev.helpdesk.auth",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule FEATURES_FORM_NO_CYCLE =
      slices().matching("dev.helpdesk.auth.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NO_SERVICE_KNOWS_ANOTHER =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.helpdesk.ticketing..", "dev.helpdesk.notification..");

  @ArchTest
  static final ArchRule RESOURCES_GO_THROUGH_SERVICES =
      noClasses()
          .that()
          .areAnnotatedWith(Path.class)
          .should()
          .dependOnClassesThat()
          .haveSimpleNameEndingWith("Repository");

  @ArchTest
  static final ArchRule EVERY_ENDPOINT_SAYS_WHO_MAY_CALL_IT =
      methods()
          .that()
          .areAnnotatedWith(Operation.class)
          .should()
          .beAnnotatedWith(Access.class)
          .andShould()
          .bePublic();

  @ArchTest
  static final ArchRule RESOURCES_ARE_THE_ONLY_ENDPOINTS =
      classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource");

  @ArchTest
  static final ArchRule TRANSACTIONS_ARE_THE_SERVICES =
      methods()
          .that()
          .areAnnotatedWith(WithTransaction.class)
          .should()
          .beDeclaredInClassesThat()
          .haveNameNotMatching(".*(Resource|Repository)");
}
