package lectern.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lectern.app.Command.Look;
import lectern.media.MediaSettings;
import lectern.media.MediaSettings.Sound;
import lectern.media.MediaSettings.Transport;
import lectern.media.ScreenSource;
import lectern.protocol.ClientMessage;
import lectern.protocol.Role;
import lectern.protocol.TrackKind;
import lectern.server.ServerSettings;
import lectern.ui.model.Connection;
import lectern.ui.model.ScreenModel.Screen;
import lectern.ui.model.Source;
import lectern.ui.model.View;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// One class for all: the app's window as the teacher with the server inside, a student in Chromium, one in the app
/// without a window, and a watcher.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TogetherTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Guests guests = new Guests();
    private Hosting hosting;
    private Desktop teacher;
    private ChromiumClass ben;
    private HeadlessGuest ada;
    private HeadlessGuest parent;
    private XServer x;

    @BeforeAll
    void everybodyComesIn(@TempDir Path folder) throws Exception {
        hosting = new Hosting(
                ServerSettings.in(folder.resolve("lessons")).withHost("127.0.0.1").withLoopbackCandidates(true));
        teacher = Desktop.open(new Look(null, null), Guests.sources("Ms. Okafor", 300), hosting,
                new Folders(folder, folder),
                new Lifetime());
        Desktop.onFx(() -> {
            teacher.classroom.startClass("Algebra II", "Ms. Okafor");
            return true;
        });
        assertTrue(Desktop.soon(20, () -> teacher.model.screen.get() == Screen.LOBBY
                && teacher.model.devices.camera.get() != null), "the lobby");
        Desktop.onFx(() -> {
            teacher.classroom.enter();
            return true;
        });
        assertTrue(Desktop.soon(20, () -> teacher.model.screen.get() == Screen.CLASS), "the class");
        var links = hosting.links();
        x = new XServer(800, 600);
        x.window("Notes", "#c02020", 400, 300);
        ada = guests.join(links.student(), "Ada", Guests.sources("Ada", 500),
                new MediaSettings(Sound.SYNTHETIC, Transport.ANY, x.display()));
        parent = guests.watch(links.watcher(), "Parent");
        ben = new ChromiumClass();
        ben.join(links.student(), "Ben");
        Await.until("all four are there", SOON, () -> Desktop.onFx(() -> teacher.model.lesson.people.size() == 4));
    }

    @AfterAll
    void everybodyGoes() {
        if (ben != null) ben.close();
        guests.close();
        if (teacher != null) teacher.close();
        if (x != null) x.close();
    }

    @Test
    void theWindowAndChromiumSeeEachOtherMove() throws Exception {
        String teacherId = ben.participant("Ms. Okafor");
        Await.until("Chromium sees the teacher move", SOON, () -> ben.seesMoving(teacherId, "camera"));
        Await.until("Chromium sees Ada move", SOON, () -> ben.seesMoving(ben.participant("Ada"), "camera"));
        Await.until("the window's tile of Ben moves", SOON, () -> Guests.from(report(), "Ben").moving());
    }

    @Test
    void theyHearEachOther() {
        Await.until("Chromium hears a tone", SOON, () -> ben.hears() > 0.01);
        Await.until("the window hears Chromium's beep", SOON, () -> Guests.from(report(), "Ben").audioLevel() > 0.001);
        Await.until("and Ada's tone", SOON, () -> Guests.from(report(), "Ada").audioLevel() > 0.01);
    }

    @Test
    void theWatcherReceivesAll() {
        Await.until("the parent sees and hears all three", SOON, () -> {
            var report = JoinCommand.report(parent);
            return report.participants().stream().filter(Report.Remote::sends).count() == 3
                    && report.participants().stream()
                            .allMatch(one -> one.framesReceived() > 10 && one.moving() && one.audioLevel() > 0.001);
        });
    }

    @Test
    void theWatcherMayNotSend() {
        assertEquals(Role.WATCHER, JoinCommand.report(parent).role());
        parent.live().send(new ClientMessage.Offer("v=0\r\n", Map.of("0", TrackKind.CAMERA)));
        Await.until("the offer is refused", SOON,
                () -> JoinCommand.report(parent).errors().stream().anyMatch(words -> !words.isBlank()));
        assertTrue(JoinCommand.report(ada).participants().stream().filter(one -> one.name().equals("Parent"))
                .allMatch(one -> one.framesReceived() == 0));
    }

    @Test
    void aSharedWindowArrivesInItsColour() throws Exception {
        var window = ada.engine().devices().get(10, TimeUnit.SECONDS).screens().stream()
                .filter(screen -> screen.kind() == ScreenSource.Kind.WINDOW && screen.title().contains("Notes"))
                .findFirst().orElseThrow();
        ada.engine().share(window).get(10, TimeUnit.SECONDS);
        ada.live().track(TrackKind.SCREEN, true);
        String adaId = ben.participant("Ada");
        Await.until("the red window is on Chromium's screen", SOON, () -> {
            int[] rgb = ben.middle(adaId, "screen");
            return rgb != null && rgb[0] > 150 && rgb[1] < 80 && rgb[2] < 80;
        });
        ada.engine().share(null).get(10, TimeUnit.SECONDS);
        ada.live().track(TrackKind.SCREEN, false);
        Await.until("and gone again", SOON, () -> ben.middle(adaId, "screen") == null);
    }

    @Test
    void whoIsMutedIsMutedForAll() {
        Desktop.onFx(() -> {
            teacher.classroom.microphone(false);
            return true;
        });
        Await.until("Ada hears the teacher no more", SOON, () -> Guests.from(ada, "Ms. Okafor")
                .audioLevel() < 0.001);
        Desktop.onFx(() -> {
            teacher.classroom.microphone(true);
            return true;
        });
        Await.until("and hears the teacher again", SOON, () -> Guests.from(ada, "Ms. Okafor")
                .audioLevel() > 0.01);
    }

    @Test
    void theWindowIsLiveAndSoIsTheLine() {
        assertInstanceOf(Connection.Live.class, Desktop.onFx(teacher.model.lesson.connection::get));
        assertTrue(Desktop.onFx(() -> teacher.model.lesson.studentLink.get().contains("#fp=")));
        Await.until("the round trip is known", SOON,
                () -> Desktop.onFx(() -> teacher.model.lesson.roundTripMs.get() >= 0));
    }

    /// The window's own views decide what it receives; while it lays out none, the test asks for all.
    private Report report() {
        var live = Desktop.onFx(teacher.classroom::live);
        assertNotNull(live);
        Desktop.onFx(() -> {
            teacher.classroom.watch(teacher.model.lesson.people.stream().filter(person -> !person.self)
                    .map(person -> new View(person.id, Source.CAMERA, 320, 180)).toList());
            return true;
        });
        return live.report().join();
    }
}
