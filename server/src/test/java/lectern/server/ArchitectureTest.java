package lectern.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("lectern.server");

    /// The shell holds no rules: it never looks at a message of a client but to read the first, and never makes an event.
    @Test
    void theRoomsRulesStayInTheRoom() {
        noClasses().should().dependOnClassesThat().haveNameMatching(
                "lectern\\.protocol\\.ClientMessage\\$(SetTrack|Watch|Remove|ReplaceLink|Invite|RevokeInvitation|EndClass|RestartIce|Answer|Candidate)")
                .check(CLASSES);
        noClasses().should().callConstructorWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates
                                .assignableTo(lectern.protocol.RoomEvent.class))))
                .check(CLASSES);
    }

    /// Its callers see settings, links and statistics, not Netty.
    @Test
    void nettyStaysBehindTheDoor() {
        noClasses().that().arePublic().should().dependOnClassesThat().resideInAPackage("io.netty.channel..")
                .check(CLASSES);
        noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("lectern.app..", "lectern.ui..", "lectern.media..",
                        "lectern.sfu.core..", "lectern.sfu.io..", "lectern.sfu.rtp..")
                .check(CLASSES);
    }
}
