package lectern.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lectern.app.Command.Camera;
import lectern.app.Command.Microphone;
import lectern.media.CameraChoice;
import lectern.server.ServerSettings;
import lectern.ui.model.ScreenModel.Screen;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Goes into a class and out of it again and again, in the real window by what its buttons do; for `bench join`. After
/// each time its report comes on stdout as one line, or `null` when no picture came.
///
/// Arguments: a link, and how often.
public final class Rehearsal {
    private static final int LOBBY_SECONDS = 20;
    private static final int PICTURE_SECONDS = 10;
    /// As long as somebody at least looks at the lobby, and at least stays.
    private static final int LOOK_MS = 700, STAY_MS = 600;

    private final Desktop desktop;

    public static void main(String[] arguments) throws Exception {
        var lifetime = Lifetime.ofProcess();
        int status = 1;
        try {
            run(arguments[0], Integer.parseInt(arguments[1]), lifetime);
            status = 0;
        } catch (CommandException e) {
            System.err.println("lectern: " + e.getMessage());
        } finally {
            lifetime.finish(status);
        }
    }

    private static void run(String link, int times, Lifetime lifetime) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("lectern-rehearsal");
        var sources = new Sources(Camera.TEST_CARD, Microphone.TONE,
                new CameraChoice.TestCard("Rehearsal", 640, 360, 15), 330);
        var hosting = new Hosting(ServerSettings.in(folder));
        try (var desktop = Desktop.open(new Command.Look(null, null), sources, hosting, new Folders(folder, folder),
                lifetime)) {
            var rehearsal = new Rehearsal(desktop);
            for (int i = 0; i < times; i++)
                System.out.println(JsonMapper.shared().writeValueAsString(
                        rehearsal.once(link)));
        } finally {
            DemoCommand.delete(folder);
        }
    }

    private Rehearsal(Desktop desktop) { this.desktop = desktop; }

    private @Nullable Report once(String link) throws InterruptedException {
        Desktop.onFx(() -> {
            desktop.classroom.openLink(link, "Rehearsal");
            return true;
        });
        if (!Desktop.soon(LOBBY_SECONDS, () -> desktop.model.screen.get() == Screen.LOBBY
                && desktop.model.devices.camera.get() != null && desktop.model.devices.microphone.get() != null))
            throw new CommandException("the lobby doesn't come up");
        Thread.sleep(LOOK_MS);
        Desktop.onFx(() -> {
            desktop.classroom.enter();
            return true;
        });
        Desktop.soon(LOBBY_SECONDS, () -> desktop.classroom.live() != null);
        var live = Desktop.onFx(desktop.classroom::live);
        boolean shown = live != null && shown(live.firstPaint());
        Thread.sleep(STAY_MS);
        var report = shown ? JoinCommand.report(live) : null;
        Desktop.onFx(() -> {
            desktop.classroom.goHome();
            return true;
        });
        Thread.sleep(LOOK_MS);
        return report;
    }

    private static boolean shown(CompletableFuture<Void> picture) throws InterruptedException {
        try {
            picture.get(PICTURE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        }
    }
}
