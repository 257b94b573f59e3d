package lectern.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The command line as other programs drive it: what is printed, which status comes back, how it ends.
class CommandLineTest {
    private static final int DONE = 0, FAILED = 1, USAGE = 2;

    @TempDir
    Path folder;

    @Test
    void theServersFirstLineIsJsonAndSigtermEndsItCleanly() throws Exception {
        try (var server = new AppProcess("--server", "--host", "127.0.0.1", "--port", "0", "--lessons", lessons())) {
            var ready = server.ready();
            assertEquals(List.of("event", "room", "links", "port", "fingerprint"),
                    List.copyOf(ready.propertyNames()));
            assertEquals(List.of("teacher", "student", "watcher"), List.copyOf(ready.get("links").propertyNames()));
            assertTrue(ready.at("/links/watcher").asString().endsWith("#fp=" + ready.get("fingerprint").asString()));
            assertTrue(ready.at("/links/student").asString().contains(":" + ready.get("port").asInt() + "/j/"));
            assertEquals(DONE, server.stop());
        }
    }

    @Test
    void aHeadlessGuestToldToEndStillWritesItsReport() throws Exception {
        Path report = folder.resolve("r.json");
        try (var server = new AppProcess("--server", "--host", "127.0.0.1", "--lessons", lessons())) {
            var ready = server.ready();
            try (var guests = new Guests();
                    var guest = new AppProcess("--join", ready.at("/links/student").asString(), "--name", "Ada",
                            "--camera", "none", "--microphone", "none", "--headless", "--report", report.toString())) {
                var teacher = guests.join(ready.at("/links/teacher").asString(), "Ms. Okafor", 300);
                Await.until("Ada is there", Duration.ofSeconds(20), () -> JoinCommand.report(teacher)
                        .participants().stream().anyMatch(one -> one.name().equals("Ada") && one.present()));
                Thread.sleep(2_000); // the others hear of her before she herself does
                assertEquals(DONE, guest.stop());
            }
            var written = JsonMapper.shared().readTree(Files.readString(report));
            assertEquals("Ada", written.get("name").asString());
            assertEquals("student", written.get("role").asString());
            assertEquals("Ms. Okafor", written.get("participants").get(0).get("name").asString());
            assertTrue(written.at("/steps/welcomeMs").asDouble() > 0, written.toString());
        }
    }

    @Test
    void whatGoesWrongIsSaidAndHasItsStatus() throws Exception {
        Path words = folder.resolve("words");
        assertEquals(USAGE, run(words, Map.of(), "--join", "nonsense"));
        assertTrue(Files.readString(words).contains("--join: "), Files.readString(words));
        assertEquals(FAILED, run(words, Map.of("DISPLAY", "", "WAYLAND_DISPLAY", "")));
        assertTrue(Files.readString(words).contains("no display"), Files.readString(words));
        assertEquals(FAILED, run(words, Map.of(), "--server", "--lessons", "/proc/nowhere"));
        assertTrue(Files.readString(words).contains("--lessons"), Files.readString(words));
        assertEquals(FAILED, run(words, Map.of(), "--join",
                "https://127.0.0.1:1/j/t#fp=" + "00".repeat(32), "--name", "Ada", "--headless", "--camera", "none",
                "--microphone", "none"));
        assertTrue(Files.readString(words).contains("Nobody answers"), Files.readString(words));
    }

    private static int run(Path words, Map<String, String> environment, String... arguments) throws Exception {
        try (var app = new AppProcess(environment, words.toFile(), arguments)) {
            return app.status(40);
        }
    }

    private String lessons() { return folder.resolve("lessons").toString(); }
}
