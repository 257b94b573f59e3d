package lectern.signaling;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PurityTest {
    private static final Set<String> PURE = Set.of("Session", "SessionInput", "SessionOutput", "SessionState", "Ending",
            "Link", "LinkException", "JoinSteps");

    @Test
    void theSessionKnowsNoClockSocketOrThread() {
        var classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("lectern.signaling");
        noClasses().that(new com.tngtech.archunit.base.DescribedPredicate<JavaClass>("are the pure part") {
            @Override
            public boolean test(JavaClass type) {
                String outer = type.getFullName().substring("lectern.signaling.".length()).split("\\$")[0];
                return PURE.contains(outer);
            }
        }).should().dependOnClassesThat()
                .resideInAnyPackage("okhttp3..", "java.net.http..", "java.nio..", "java.io..", "java.util.concurrent..",
                        "javax.net..")
                .orShould().dependOnClassesThat().areAssignableTo(Thread.class)
                .orShould().callMethod(System.class, "nanoTime").orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould().callMethod(java.time.Instant.class, "now").check(classes);
    }
}
