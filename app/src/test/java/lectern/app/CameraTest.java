package lectern.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.function.Predicate;
import lectern.server.LecternServer;
import lectern.server.ServerSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Real cameras, as libwebrtc sees them: one that works, one that another program has, one that gives nothing, one that
/// is pulled out and plugged in again.
class CameraTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String FRONT = "Front camera", BACK = "Back camera";

    @TempDir
    Path folder;
    private Cameras cameras;
    private LecternServer server;
    private final Guests guests = new Guests();
    private HeadlessGuest teacher;

    @BeforeEach
    void start() throws Exception {
        cameras = new Cameras(folder.resolve("cameras"));
        server = LecternServer.start(
                ServerSettings.in(folder.resolve("lessons")).withHost("127.0.0.1").withLoopbackCandidates(true));
    }

    @AfterEach
    void stop() {
        guests.close();
        server.close();
    }

    @Test
    void itsPictureArrivesAndAnotherTakesOverWhenItIsPulledOut() throws Exception {
        cameras.plug(0, FRONT, "works");
        teacher = guests.join(server.links().teacher(), "Ms. Okafor", 300);
        try (var ada = app()) {
            ofAda("Ada's camera moves", she -> she.moving());
            cameras.plug(1, BACK, "works");
            cameras.pull(0);
            long before = Guests.from(teacher, "Ada").framesReceived();
            ofAda("the other moves", she -> she.framesReceived() > before + 60 && she.moving());
            cameras.pull(1);
            ofAda("Ada sends none any more", she -> !she.sends());
            assertEquals(0, ada.stop());
        }
        var errors = errors();
        assertTrue(errors.contains("The camera “Front camera” was unplugged."), errors.toString());
        assertTrue(errors.contains("The camera “Back camera” was unplugged."), errors.toString());
        assertTrue(report().get("participants").get(0).get("framesReceived").asInt() > 50, "she saw on");
    }

    @Test
    void oneThatAnotherProgramHasIsLeftOutAndToldInWords() throws Exception {
        cameras.plug(0, FRONT, "busy");
        teacher = guests.join(server.links().teacher(), "Ms. Okafor", 300);
        try (var ada = app()) {
            ofAda("she is there", she -> true);
            ofAda("and sends no picture", she -> !she.sends());
            Thread.sleep(2_000); // the others hear of her before she herself does
            assertEquals(0, ada.stop());
        }
        assertTrue(errors().stream().anyMatch(words -> words.contains("“Front camera” is used by another program")),
                errors().toString());
    }

    @Test
    void theWindowTellsOfEveryTroubleAndGoesOn() throws Exception {
        cameras.plug(0, FRONT, "silent");
        var environment = new HashMap<>(cameras.environment());
        environment.put("PULSE_SERVER", "unix:/nonexistent");
        try (var ada = new Steered(environment, server.links().student(), folder)) {
            ada.tells("camera Front camera", "screen CLASS",
                    "toast The camera is on but gives no picture. Plug it in again, or choose another camera.");

            cameras.plug(1, BACK, "busy");
            ada.tells("cameras Front camera, Back camera");
            ada.wish("choose Back camera");
            ada.tells("toast Another program is using the camera. Close it, or choose another camera.");
            cameras.plug(1, BACK, "works");
            ada.wish("camera on");
            ada.tells("problem none", "camera on");
            teacher = guests.join(server.links().teacher(), "Ms. Okafor", 300);
            ofAda("it is seen", she -> she.moving());

            cameras.pull(0);
            ada.tells("cameras Back camera");
            cameras.pull(1);
            ada.tells("cameras ", "toast Back camera was unplugged.", "camera off");
            ofAda("and told to all", she -> !she.sends());

            cameras.plug(1, BACK, "works");
            cameras.plug(0, FRONT, "works");
            ada.tells("cameras Front camera, Back camera");
            ada.wish("choose Front camera");
            ada.tells("camera on");
            ofAda("it is seen again", she -> she.sends() && she.moving());
            cameras.pull(0);
            ada.tells("toast Front camera was unplugged. Now using Back camera.");
            long before = Guests.from(teacher, "Ada").framesReceived();
            ofAda("the other is seen", she -> she.framesReceived() > before + 30);
        }
    }

    private AppProcess app() throws Exception {
        return new AppProcess(cameras.environment(), "--join", server.links().student(), "--name", "Ada", "--camera",
                "device", "--microphone", "none", "--headless", "--report", reportFile().toString());
    }

    /// Waits until the teacher has this of Ada.
    private void ofAda(String what, Predicate<Report.Remote> condition) {
        Await.until(what, SOON, () -> JoinCommand.report(teacher).participants().stream()
                .anyMatch(one -> one.name().equals("Ada") && condition.test(one)));
    }

    private Path reportFile() { return folder.resolve("report.json"); }

    private JsonNode report() throws Exception {
        return JsonMapper.shared().readTree(Files.readString(reportFile()));
    }

    private ArrayList<String> errors() throws Exception {
        var errors = new ArrayList<String>();
        report().get("errors").forEach(error -> errors.add(error.asString()));
        return errors;
    }
}
