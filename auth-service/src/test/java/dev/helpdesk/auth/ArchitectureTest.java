package dev.helpdesk.auth;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.helpdesk.test.HouseRules;

@AnalyzeClasses(
    packages = "dev.helpdesk.auth",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

  /** So that neither the answer nor its time can tell who has an account. */
  @ArchTest
  static final ArchRule WHOEVER_SENDS_A_CODE_KNOWS_NO_ACCOUNTS =
      noClasses()
          .that()
          .resideInAPackage("dev.helpdesk.auth.otp")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.helpdesk.auth.account");
}
