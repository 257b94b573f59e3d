package lectern.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import lectern.app.Command.Camera;
import lectern.app.Command.Microphone;
import lectern.media.CameraChoice;
import lectern.media.MediaSettings;
import lectern.server.ServerSettings;
import lectern.signaling.Link;
import lectern.ui.model.ScreenModel.Screen;

/// `--demo`: a whole class on this machine. The teacher is the real window with the server inside; three students and a
/// watcher join by their links like anybody. Everybody sends a test card and a tone, the teacher too: a demo films nobody. What is
/// on the board is the [DemoLesson]'s.
final class DemoCommand {
    private static final String TITLE = "Algebra II";
    private static final String TEACHER = "Ms. Okafor";
    private static final List<String> STUDENTS = List.of("Ada Lindqvist", "王芳", "Tomás Rivera");
    private static final String WATCHER = "Ada’s mother";
    private static final int LOBBY_SECONDS = 30;
    private static final int ENTER_SECONDS = 5;
    private static final long PAUSE_MS = 500;
    // Small and slow enough that two cores draw, encode, carry and decode it for five.
    private static final int WIDTH = 320, HEIGHT = 180, FRAMES_PER_SECOND = 15;
    private static final double LOWEST_HERTZ = 262;

    static int run(Command.Demo command, Lifetime lifetime) throws InterruptedException {
        Path lessons = temporaryFolder();
        var hosting = new Hosting(ServerSettings.in(lessons).withHost("127.0.0.1").withLoopbackCandidates(true));
        var guests = new ArrayList<HeadlessGuest>();
        try (var desktop = Desktop.open(command.look(), sources(TEACHER, 0), hosting, new Folders(lessons, lessons),
                lifetime)) {
            teach(desktop);
            var lesson = new DemoLesson(desktop.model.lesson.board);
            lesson.prepare();
            var links = hosting.links();
            for (int n = 0; n < STUDENTS.size(); n++)
                guests.add(joined(Link.parse(links.student()), STUDENTS.get(n), sources(STUDENTS.get(n), n + 1)));
            guests.add(joined(Link.parse(links.watcher()), WATCHER, new Sources(Camera.NONE, Microphone.NONE,
                    card(WATCHER), LOWEST_HERTZ)));
            lesson.begin(guests.subList(0, STUDENTS.size()));
            lifetime.await(command.seconds());
            lesson.end();
            var reports = guests.stream().map(JoinCommand::report).toList();
            var outputs = command.outputs();
            var report = WindowCommand.finish(desktop, new Command.Outputs(null, outputs.screenshot()));
            if (report != null && outputs.report() != null) report.withClients(reports).write(outputs.report());
            guests.parallelStream().forEach(HeadlessGuest::close);
            return report == null ? 1 : 0;
        } finally {
            delete(lessons);
        }
    }

    /// Presses the buttons that a teacher would.
    private static void teach(Desktop desktop) throws InterruptedException {
        Desktop.onFx(() -> {
            desktop.classroom.startClass(TITLE, TEACHER);
            return true;
        });
        await(desktop, () -> desktop.model.screen.get() == Screen.LOBBY && desktop.model.devices.camera.get() != null);
        Desktop.onFx(() -> {
            desktop.classroom.enter();
            return true;
        });
        await(desktop, () -> desktop.model.screen.get() == Screen.CLASS && !desktop.model.lesson.board.pages.isEmpty());
    }

    private static void await(Desktop desktop, BooleanSupplier condition) throws InterruptedException {
        if (Desktop.soon(LOBBY_SECONDS, condition)) return;
        var home = desktop.model.home.startProblem.get();
        var lobby = desktop.model.lobby.problem.get();
        throw new CommandException("the demo's teacher doesn't get in: " + (home != null ? home : lobby));
    }

    private static HeadlessGuest joined(Link link, String name, Sources sources) throws InterruptedException {
        var guest = new HeadlessGuest(new MediaSettings(sources.sound()));
        guest.join(link, name, sources);
        // One after the other, as people come: five joins in one instant would only show how slow this machine is.
        guest.entered().completeOnTimeout(null, ENTER_SECONDS, TimeUnit.SECONDS).join();
        Thread.sleep(PAUSE_MS);
        return guest;
    }

    private static Sources sources(String name, int number) {
        return new Sources(Camera.TEST_CARD, Microphone.TONE, card(name), LOWEST_HERTZ * Math.pow(1.25, number));
    }

    private static CameraChoice.TestCard card(String name) {
        return new CameraChoice.TestCard(name, WIDTH, HEIGHT, FRAMES_PER_SECOND);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("lectern-demo");
        } catch (IOException e) {
            throw new CommandException("no temporary folder can be made: " + e.getMessage());
        }
    }

    static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(DemoCommand.class.getName()).log(System.Logger.Level.WARNING, "{0} stays: {1}", folder,
                    e.getMessage());
        }
    }

    private DemoCommand() {}
}
