package dev.helpdesk.kit.outbox;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NativeEventsTest {

  /** A missing one works on the JVM and fails in the native images: add it to NativeEvents. */
  @Test
  void everyRecordAndEnumOfTheContractsIsNamed() {
    var contracts =
        new ClassFileImporter()
            .importPackages("dev.helpdesk.contracts").stream()
                .filter(type -> type.isRecord() || type.isEnum())
                .map(JavaClass::getName)
                .collect(toCollection(TreeSet::new));
    var named =
        Arrays.stream(NativeEvents.class.getAnnotation(RegisterForReflection.class).targets())
            .map(Class::getName)
            .collect(toCollection(TreeSet::new));
    assertThat(named).isEqualTo(contracts).isNotEmpty();
  }
}
