package lectern.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import lectern.app.Command.Look;
import lectern.server.ServerSettings;
import lectern.ui.model.ScreenModel.Screen;
import tools.jackson.databind.json.JsonMapper;

/// The teacher in the app's window with the server inside, under the display's own mouse and keyboard; Ben, a student, in
/// Chromium. For programs that play a lesson on a display of their own.
final class TeacherAndBen implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(10);
    static final Path PICTURES = Path.of("target", "pictures");

    final Hosting hosting;
    final Desktop desktop;
    final ChromiumClass browser = new ChromiumClass();
    final ChromiumBoard ben = new ChromiumBoard(browser);
    final BoardWindow teacher;

    TeacherAndBen(Path folder) throws Exception {
        hosting = new Hosting(
                ServerSettings.in(folder.resolve("lessons")).withHost("127.0.0.1").withLoopbackCandidates(true));
        desktop = Desktop.open(new Look(null, null), Guests.sources("Ms. Okafor", 300), hosting,
                new Folders(folder, folder), new Lifetime());
        onFx(() -> desktop.classroom.startClass("Algebra II", "Ms. Okafor"));
        check(Desktop.soon(20, () -> desktop.model.screen.get() == Screen.LOBBY
                && desktop.model.devices.camera.get() != null), "the lobby");
        onFx(desktop.classroom::enter);
        check(Desktop.soon(20, () -> desktop.model.screen.get() == Screen.CLASS), "the class");
        browser.join(hosting.links().student(), "Ben");
        teacher = new BoardWindow(desktop);
        teacher.check("the page is there", () -> teacher.model.isLoaded(teacher.viewed()));
        until("and at Ben's", () -> ben.viewed().equals("g1"));
    }

    interface Play {
        void run() throws Exception;
    }

    /// Where it fails, both screens are kept to be looked at.
    ///
    /// @param name of what is played: begins the pictures' names
    void play(String name, Play lesson) throws Exception {
        try {
            lesson.run();
        } catch (Throwable failure) {
            desktop.screenshot(PICTURES.resolve(name + "-failed.png"));
            picture(name + "-failed-chromium");
            throw failure;
        }
        if (!browser.complaints.isEmpty()) throw new AssertionError(browser.complaints);
    }

    /// Of Ben's page.
    void picture(String name) {
        ben.page.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png")));
    }

    static void until(String what, BooleanSupplier holds) {
        Await.until(what, SOON, holds::getAsBoolean);
        System.out.println("board: " + what);
    }

    static void check(boolean holds, String what) { if (!holds) throw new AssertionError(what); }

    static void onFx(Runnable task) {
        Desktop.onFx(() -> {
            task.run();
            return true;
        });
    }

    static void figures(Map<String, List<Double>> measured) {
        var all = new LinkedHashMap<String, Object>();
        measured.forEach((name, ms) -> {
            var sorted = ms.stream().mapToDouble(each -> Math.round(each * 10) / 10.0).sorted().toArray();
            all.put(name + "Ms", Map.of("median", sorted[sorted.length / 2], "all", sorted));
        });
        System.out.println("figures: " + JsonMapper.shared().writeValueAsString(all));
    }

    static double median(List<Double> ms) {
        return Arrays.stream(ms.stream().mapToDouble(each -> each).sorted().toArray()).skip(ms.size() / 2).findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        browser.close();
        desktop.close();
        hosting.close();
    }
}
