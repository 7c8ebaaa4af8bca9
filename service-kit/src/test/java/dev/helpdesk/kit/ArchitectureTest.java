package dev.helpdesk.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.helpdesk.test.HouseRules;

@AnalyzeClasses(packages = "dev.helpdesk.kit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule classesHoldNothingThatLivesOnlyAtRunTime =
      HouseRules.CLASSES_HOLD_NOTHING_THAT_LIVES_ONLY_AT_RUN_TIME;

  @ArchTest
  static final ArchRule theKitKnowsNoService =
      noClasses()
          .that()
          .resideInAPackage("dev.helpdesk.kit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.helpdesk.auth..", "dev.helpdesk.ticketing..", "dev.helpdesk.notification..");

  @ArchTest
  static final ArchRule onlyTheRendererWritesProblems =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.helpdesk.kit.problem")
          .and()
          .resideInAPackage("dev.helpdesk.kit..")
          .should()
          .dependOnClassesThat()
          .haveSimpleName("ProblemRenderer")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleName("Problem");

  @ArchTest
  static final ArchRule onlyTheOutboxSendsToTheBroker =
      noClasses()
          .that()
          .resideInAPackage("dev.helpdesk.kit..")
          .and()
          .resideOutsideOfPackage("dev.helpdesk.kit.outbox")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka.clients.producer..");
}
