package lectern.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lectern.resources.Language;
import lectern.ui.model.SettingsModel.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgain() {
        var file = new SettingsFile(folder.resolve("deep/settings.json"));
        assertEquals(Settings.defaults(), file.read());
        var settings = new Settings("王芳", "Algebra", Language.CHINESE, Theme.DARK, "Cam", null, "Speaker", true);
        file.write(settings);
        assertEquals(settings, file.read());
    }

    @Test
    void aFileOfAnotherVersionKeepsWhatIsUnderstood() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.json"), "{\"name\":\"Ada\",\"colour\":\"red\"}");
        var read = new SettingsFile(file).read();
        assertEquals("Ada", read.name());
        assertEquals(Theme.SYSTEM, read.theme());
    }

    @Test
    void aBrokenFileIsSetAsideAndNotLost() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.json"), "{\"name\":");
        assertEquals(Settings.defaults(), new SettingsFile(file).read());
        assertTrue(Files.exists(folder.resolve("settings.json.unreadable")));
    }

    @Test
    void eachSystemHasItsFolders() {
        Path home = Path.of("/home/ada");
        assertEquals(home.resolve(".config/lectern/settings.json"), Folders.of("Linux", home, Map.of()).settings());
        assertEquals(Path.of("/data/lectern/lessons"),
                Folders.of("Linux", home, Map.of("XDG_DATA_HOME", "/data", "XDG_CONFIG_HOME", "relative")).lessons());
        assertEquals(home.resolve(".cache/lectern/files"), Folders.of("Linux", home, Map.of()).files());
        assertEquals(Path.of("/fast/lectern/files"),
                Folders.of("Linux", home, Map.of("XDG_CACHE_HOME", "/fast")).files());
        assertEquals(home.resolve("Library/Caches/Lectern/files"), Folders.of("Mac OS X", home, Map.of()).files());
        assertEquals(home.resolve("Library/Application Support/Lectern/settings.json"),
                Folders.of("Mac OS X", home, Map.of()).settings());
        assertEquals(home.resolve("AppData/Roaming/Lectern/settings.json"),
                Folders.of("Windows 11", home, Map.of()).settings());
    }
}
