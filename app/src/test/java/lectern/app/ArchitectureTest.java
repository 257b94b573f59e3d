package lectern.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses APP = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("lectern.app");

    @Test
    void aClassWithoutAScreenKnowsNoScreenAndNoServer() {
        noClasses().that(are(Set.of("LiveClass", "HeadlessGuest", "UpTalk", "DownTalk", "MediaLine", "Roster",
                "Measurements", "PictureCounter", "ClassListener", "Report", "GuestBoard"))).should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "lectern.ui..", "lectern.server..").check(APP);
    }

    @Test
    void whatCountsAndDecidesHasNoClockAndNoThread() {
        noClasses().that(are(Set.of("MediaLine", "Roster", "Measurements", "Arguments", "Settings", "Report",
                "GuestBoard")))
                .should().callMethod(System.class, "nanoTime").orShould().callMethod(java.time.Instant.class, "now")
                .orShould().dependOnClassesThat().areAssignableTo(Thread.class).check(APP);
    }

    @Test
    void onlyTheMediaModuleTouchesWebrtc() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("dev.onvoid..").check(APP);
    }

    private static DescribedPredicate<JavaClass> are(Set<String> names) {
        return DescribedPredicate.describe("are " + names,
                type -> names.contains(type.getFullName().substring("lectern.app.".length()).split("\\$")[0]));
    }
}
