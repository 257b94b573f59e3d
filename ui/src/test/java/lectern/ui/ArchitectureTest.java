package lectern.ui;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import javafx.application.Platform;
import lectern.ui.picture.Fx;

@AnalyzeClasses(packages = "lectern.ui", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule MODELS_NEED_NO_TOOLKIT = classes().that().resideInAPackage("..ui.model")
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "javafx.beans..", "javafx.collections..",
                    "javafx.util", "lectern.ui.model", "lectern.resources", "lectern.protocol..",
                    "lectern.whiteboard..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule ONE_DOOR = noClasses().that().areNotAssignableTo(Fx.class)
            .should().callMethod(Platform.class, "runLater", Runnable.class);

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("lectern.ui.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule SCREENS_DONT_KNOW_EACH_OTHER = slices().matching("lectern.ui.(home|lobby|lesson)..")
            .should().notDependOnEachOther();
}
