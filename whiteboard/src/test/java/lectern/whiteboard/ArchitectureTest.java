package lectern.whiteboard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("lectern.whiteboard");

    @Test
    void theBoardHasNoWindowsSocketsThreadsOrFiles() {
        noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.nio..", "java.io..", "java.util.concurrent..", "io.netty..",
                        "javafx..", "java.awt..",
                        "lectern.sfu..",
                        "lectern.server..")
                .check(CLASSES);
        noClasses().should().dependOnClassesThat().areAssignableTo(Thread.class).check(CLASSES);
    }

    @Test
    void timeComesInByTheCall() {
        noClasses().should().callMethod(Instant.class, "now").orShould().callMethod(System.class, "nanoTime").orShould()
                .callMethod(System.class, "currentTimeMillis").orShould().callMethod(Math.class, "random")
                .check(CLASSES);
    }
}
