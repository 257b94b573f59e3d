package lectern.materials;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("lectern.materials");

    @Test
    void nothingHereOpensASocketOrAWindow() {
        noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.nio.channels..", "io.netty..", "javafx..", "javax.swing..")
                .check(CLASSES);
    }

    @Test
    void theParentNeverReadsAFile() {
        noClasses().that()
                .haveNameMatching(
                        "lectern\\.materials\\.(Converter.*|Child.*|Frames.*|Preparation.*|Office|OfficeProfile|PageStore.*|Workshop.*|PageMaker.*|Store.*|Cache.*)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.pdfbox..", "javax.imageio..", "com.twelvemonkeys..", "java.awt..")
                .check(CLASSES);
    }

    @Test
    void theCoreHasNoClockAndNoProcess() {
        noClasses().that()
                .haveNameMatching(
                        "lectern\\.materials\\.(ConverterCore.*|StoreCore.*|CacheIndex|FoldedText|FoldedPages|Work(\\$.*)?)")
                .should()
                .dependOnClassesThat().resideInAnyPackage("java.io..", "java.nio..", "java.util.concurrent..")
                .orShould().callMethod(System.class, "nanoTime").check(CLASSES);
    }
}
