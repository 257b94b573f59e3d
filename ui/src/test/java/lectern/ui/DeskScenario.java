package lectern.ui;

import static lectern.ui.Screening.onFx;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import lectern.protocol.Role;
import lectern.ui.model.ScreenModel.Screen;
import lectern.ui.model.Source;
import org.testfx.api.FxRobot;

/// A class held with a real keyboard and mouse on a real (virtual) X display, pictures moving meanwhile. Runs in a JVM of
/// its own, because the display is chosen by an environment variable; [DeskTest] starts it and reads what it prints.
public final class DeskScenario {
    private final Screening screening = new Screening();
    private final ScriptedClassroom classroom = screening.classroom;
    private final FxRobot robot = new FxRobot();

    private DeskScenario() {}

    public static void main(String[] arguments) {
        try {
            new DeskScenario().run();
            System.out.println("desk: done");
            System.exit(0);
        } catch (Throwable failure) {
            failure.printStackTrace();
            System.exit(1);
        }
    }

    private void run() {
        screening.open();
        onFx(() -> {
            screening.stage().setX(0);
            screening.stage().setY(0);
            screening.stage().setWidth(1280);
            screening.stage().setHeight(800);
            screening.window().show();
            screening.stage().requestFocus();
        });
        var decoder = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
        decoder.scheduleAtFixedRate(this::decode, 0, 66, TimeUnit.MILLISECONDS);

        home();
        lobby();
        onFx(() -> {
            classroom.comes("a", "Alice Chen", Role.STUDENT);
            classroom.comes("b", "Ben Müller", Role.STUDENT);
        });
        talking();
        popoverClosesByEscape();
        picturesMove();
        draggedNarrow();
        ending();
        decoder.shutdownNow();
        screening.close();
    }

    private void home() {
        robot.clickOn("#class-title").write("Algebra");
        robot.clickOn("#start-name").write("Ms. Okafor d e"); // letters of the shortcuts are letters here
        check("title typed", () -> classroom.model.home.title.get().equals("Algebra"));
        robot.type(KeyCode.ENTER);
        check("lobby by Enter", () -> classroom.model.screen.get() == Screen.LOBBY);
    }

    private void lobby() {
        robot.clickOn("#lobby-camera-switch");
        check("camera off", () -> !classroom.model.devices.cameraOn.get());
        robot.press(KeyCode.CONTROL, KeyCode.E).release(KeyCode.E, KeyCode.CONTROL);
        check("camera on by Ctrl+E", () -> classroom.model.devices.cameraOn.get());
        robot.clickOn("#lobby-camera");
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        check("second camera chosen", () -> classroom.calls.contains("chooseCamera c2"));
        robot.clickOn("#music");
        check("music on", () -> classroom.model.devices.music.get());
        robot.clickOn("#name").write(" x ");
        check("space in a name is a space", () -> classroom.model.lobby.name.get().contains(" x "));
        robot.clickOn("#enter");
        check("in class", () -> classroom.model.screen.get() == Screen.CLASS);
    }

    private void talking() {
        robot.clickOn("#microphone");
        check("muted by a click", () -> !classroom.model.devices.microphoneOn.get());
        robot.press(KeyCode.SPACE);
        check("talks while held", () -> classroom.calls.contains("talkWhileHeld true"));
        check("says so", () -> texts().contains("You are talking"));
        robot.release(KeyCode.SPACE);
        check("silent again", () -> classroom.calls.getLast().equals("talkWhileHeld false")
                || classroom.calls.contains("talkWhileHeld false"));
        check("Space pressed no button", () -> !classroom.model.devices.microphoneOn.get());
        robot.press(KeyCode.CONTROL, KeyCode.D).release(KeyCode.D, KeyCode.CONTROL);
        check("unmuted by Ctrl+D", () -> classroom.model.devices.microphoneOn.get());
    }

    private void popoverClosesByEscape() {
        robot.clickOn("#links");
        check("links are open", () -> Window.getWindows().size() > 1);
        robot.clickOn("#copy-student");
        check("copied", () -> texts().contains("Link copied"));
        robot.clickOn("#personal-name").write("Amara").type(KeyCode.ENTER);
        check("a personal link by Enter", () -> classroom.calls.contains("invite STUDENT Amara"));
        robot.type(KeyCode.ESCAPE);
        check("links are closed", () -> Window.getWindows().size() == 1);
        robot.clickOn("#share");
        check("share sheet is open", () -> screening.root().lookup(".dialog-sheet") != null);
        robot.type(KeyCode.ESCAPE);
        check("share sheet is closed", () -> screening.root().lookup(".dialog-sheet") == null);
    }

    private void picturesMove() {
        check("a tile has its picture", () -> screening.pictures.of("b", Source.CAMERA).imageProperty().get() != null);
        var first = Screening.save("desk-class", screening.root(), 0, 0);
        pause(500);
        var second = Screening.save("desk-class", screening.root(), 0, 0);
        int changed = 0;
        for (int y = 0; y < first.getHeight(); y += 4)
            for (int x = 0; x < first.getWidth(); x += 4) if (first.getRGB(x, y) != second.getRGB(x, y)) changed++;
        int moved = changed;
        check("pictures move, " + moved + " points differ", () -> moved > 100);
        robot.clickOn(onFx(() -> screening.root().lookup(".tile-column").lookupAll(".tile").stream()
                .filter(tile -> tile.getAccessibleText().startsWith("Ben")).findFirst().orElseThrow()));
        check("Ben is pinned", () -> classroom.model.lesson.pinned.get().equals("b"));
    }

    private void draggedNarrow() {
        check("people are shown", () -> classroom.model.lesson.peopleShown.get());
        onFx(() -> screening.stage().setWidth(1024));
        check("people fold away", () -> !classroom.model.lesson.peopleShown.get());
        onFx(() -> screening.stage().setWidth(1280));
        check("people come back", () -> classroom.model.lesson.peopleShown.get());
        robot.moveTo("#people-list").drag(MouseButton.PRIMARY).moveBy(40, 60).drop(); // dragging must break nothing
    }

    private void ending() {
        robot.clickOn("#leave");
        robot.type(KeyCode.ESCAPE);
        check("asked, not ended", () -> !classroom.calls.contains("endForAll"));
        robot.clickOn("#leave-more");
        robot.clickOn("Leave, class goes on");
        robot.clickOn(".dialog-sheet .danger");
        check("left", () -> classroom.calls.contains("leave"));
        robot.clickOn("#go-home");
        check("home again", () -> classroom.model.screen.get() == Screen.HOME);
    }

    private void decode() {
        double seconds = System.nanoTime() / 1e9;
        for (var id : List.of("a", "b")) Scenery.camera(screening.pictures.of(id, Source.CAMERA), id, seconds);
        Scenery.camera(screening.pictures.preview(), "me", seconds);
    }

    private List<String> texts() {
        return screening.root().lookupAll("*").stream().filter(Labeled.class::isInstance).filter(Node::isVisible)
                .map(it -> ((Labeled) it).getText()).filter(it -> it != null).toList();
    }

    /// Waits up to 5 s: windows and animations take their time.
    private static void check(String what, Supplier<Boolean> holds) {
        long endNs = System.nanoTime() + 5_000_000_000L;
        while (!onFx(holds::get)) {
            if (System.nanoTime() - endNs > 0) throw new AssertionError(what);
            pause(20);
        }
        System.out.println("desk: " + what);
    }

    private static void pause(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
