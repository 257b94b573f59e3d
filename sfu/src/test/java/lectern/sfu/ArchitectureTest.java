package lectern.sfu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.DatagramSocket;
import java.net.Socket;
import java.nio.channels.Channel;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String[] PURE = { "lectern.sfu.core", "lectern.sfu.rtp", "lectern.sfu.sdp", "lectern.sfu.ice"};
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("lectern.sfu");

    @Test
    void theCoreHasNoSocketThreadLockOrClock() {
        noClasses().that().resideInAnyPackage(PURE).should().dependOnClassesThat().areAssignableTo(Channel.class)
                .orShould()
                .dependOnClassesThat().areAssignableTo(Socket.class).orShould().dependOnClassesThat()
                .areAssignableTo(DatagramSocket.class).orShould().dependOnClassesThat().areAssignableTo(Thread.class)
                .orShould().dependOnClassesThat().areAssignableTo(Executor.class).orShould().dependOnClassesThat()
                .areAssignableTo(Lock.class).check(CLASSES);
        noClasses().that().resideInAnyPackage(PURE).should().callMethod(System.class, "nanoTime").orShould()
                .callMethod(System.class, "currentTimeMillis").orShould().callMethod(Instant.class, "now")
                .check(CLASSES);
    }

    @Test
    void partsDoNotKnowTheCore() {
        noClasses()
                .that().resideInAnyPackage("lectern.sfu.rtp", "lectern.sfu.sdp", "lectern.sfu.ice", "lectern.sfu.srtp",
                        "lectern.sfu.io", "lectern.sfu.dtls")
                .should().dependOnClassesThat().resideInAnyPackage("lectern.sfu", "lectern.sfu.core").check(CLASSES);
    }

    @Test
    void theCoreKnowsOfTheDoorOnlyItsValues() {
        noClasses().that().resideInAPackage("lectern.sfu.core").should().dependOnClassesThat()
                .haveFullyQualifiedName("lectern.sfu.Sfu").orShould().dependOnClassesThat()
                .haveFullyQualifiedName("lectern.sfu.MediaLoop").check(CLASSES);
    }
}
