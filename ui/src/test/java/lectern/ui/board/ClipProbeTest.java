package lectern.ui.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reads what ffmpeg wrote.
class ClipProbeTest {
    @TempDir
    Path folder;

    @Test
    void filmsTellTheirSize() throws Exception {
        for (var name : List.of("a.mp4", "a.mov", "a.m4v", "a.webm", "a.mkv")) {
            var codecs = name.endsWith(".webm") ? List.of("-c:v", "libvpx") : List.of("-c:v", "libx264");
            var found = ClipProbe.of(film(name, codecs)).orElseThrow();
            assertTrue(found.picture(), name);
            assertEquals(320, found.width(), name);
            assertEquals(180, found.height(), name);
            assertEquals(2, found.durationS(), 0.1, name);
        }
    }

    @Test
    void aFilmThatAPhoneTookUprightIsUpright() throws Exception {
        var lying = film("lying.mp4", List.of("-c:v", "libx264"));
        var upright = folder.resolve("upright.mp4");
        ffmpeg("-display_rotation", "90", "-i", lying.toString(), "-c", "copy", upright.toString());
        if (!Files.exists(upright)) // before ffmpeg 6
            ffmpeg("-i", lying.toString(), "-c", "copy", "-metadata:s:v:0", "rotate=90", upright.toString());
        var found = ClipProbe.of(upright).orElseThrow();
        assertEquals(180, found.width());
        assertEquals(320, found.height());
    }

    @Test
    void soundsHaveNoPicture() throws Exception {
        for (var name : List.of("a.mp3", "a.wav", "a.aiff", "a.m4a", "a.ogg", "a.flac", "a.aac", "a.mka")) {
            var file = folder.resolve(name);
            ffmpeg("-f", "lavfi", "-i", "sine=duration=2", file.toString());
            var found = ClipProbe.of(file);
            assertTrue(found.isPresent(), name);
            assertFalse(found.get().picture(), name);
        }
    }

    @Test
    void otherFilesAreNoClips() throws IOException {
        for (var words : List.of("", "%PDF-1.7 and so on", "\u0089PNG\r\n\u001a\n and so on",
                "RIFF1234WEBPVP8 and so on",
                "\0\0\0\u0018ftypheic\0\0\0\0mif1heic and so on", "a film that I saw, written down"))
            assertEquals(Optional.empty(), ClipProbe.of(Files.writeString(folder.resolve("other"), words)), words);
    }

    /// Cut and spoiled anywhere: an answer or none, never an exception and never long.
    @Test
    void whatIsBrokenIsBorne() throws Exception {
        for (var name : List.of("b.mp4", "b.webm")) {
            byte[] whole = Files.readAllBytes(
                    film(name,
                            name.endsWith("m")
                                    ? List.of("-c:v", "libvpx")
                                    : List.of("-c:v", "libx264", "-movflags", "faststart")));
            var random = new Random(1);
            for (int round = 0; round < 1_000; round++) {
                byte[] spoiled = Arrays.copyOf(whole, 1 + random.nextInt(4_000));
                for (int i = 0; i < 8; i++) spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt();
                ClipProbe.of(Files.write(folder.resolve("spoiled"), spoiled));
            }
        }
    }

    private Path film(String name, List<String> codecs) throws Exception {
        var file = folder.resolve(name);
        var command = new ArrayList<>(List.of("-f", "lavfi", "-i", "testsrc=size=320x180:rate=10:duration=2"));
        command.addAll(codecs);
        command.add(file.toString());
        ffmpeg(command.toArray(String[]::new));
        return file;
    }

    private void ffmpeg(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
        command.addAll(List.of(arguments));
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("ffmpeg.log").toFile())
                .start()
                .waitFor();
    }
}
