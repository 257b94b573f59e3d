package lectern.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where this system keeps what belongs to a user.
///
/// @param config the settings file
/// @param data   lessons, the server's key
/// @param cache  what can be had again
record Folders(Path config, Path data, Path cache) {
    Folders(Path config, Path data) { this(config, data, data.resolve("cache")); }

    static Folders ofThisSystem() {
        return of(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")), System.getenv());
    }

    static Folders of(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            Path roaming = folder(environment.get("APPDATA"), home.resolve("AppData/Roaming"));
            Path local = folder(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"));
            return new Folders(roaming.resolve("Lectern"), local.resolve("Lectern"), local.resolve("Lectern/Cache"));
        }
        if (name.contains("mac")) {
            Path support = home.resolve("Library/Application Support/Lectern");
            return new Folders(support, support, home.resolve("Library/Caches/Lectern"));
        }
        // XDG Base Directory Specification: relative values are to be ignored
        return new Folders(folder(environment.get("XDG_CONFIG_HOME"), home.resolve(".config")).resolve("lectern"),
                folder(environment.get("XDG_DATA_HOME"), home.resolve(".local/share")).resolve("lectern"),
                folder(environment.get("XDG_CACHE_HOME"), home.resolve(".cache")).resolve("lectern"));
    }

    Path settings() { return config.resolve("settings.json"); }

    /// What the teacher's library remembers.
    Path library() { return data.resolve("library"); }

    Path lessons() { return data.resolve("lessons"); }

    /// Page pictures and files of the classes one was in.
    Path files() { return cache.resolve("files"); }

    /// Films and sounds of the classes one was in.
    Path clips() { return cache.resolve("clips"); }

    private static Path folder(@Nullable String value, Path standard) {
        return value == null || value.isBlank() || !Path.of(value).isAbsolute() ? standard : Path.of(value);
    }
}
