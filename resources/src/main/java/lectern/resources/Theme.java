package lectern.resources;

import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Objects;

/// Where the looks are: style sheets, font files, the mark. Addresses and streams only: who shows them is `ui`.
public final class Theme {
    private Theme() {}

    /// Ours, in the order they are laid over AtlantaFX's.
    public static List<String> styleSheets() {
        return List.of(find("controlsfx.css").toExternalForm(), find("lectern.css").toExternalForm());
    }

    /// Inter, unmodified (SIL Open Font License, see `fonts/OFL.txt`). Chinese falls back to the system's font.
    public static List<InputStream> fonts() {
        return List.of(open("fonts/Inter-Regular.otf"), open("fonts/Inter-Medium.otf"),
                open("fonts/Inter-SemiBold.otf"), open("fonts/Inter-Bold.otf"));
    }

    /// The program's icon, largest first.
    public static List<InputStream> icons() {
        return List.of(open("lectern-256.png"), open("lectern-64.png"), open("lectern-32.png"));
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(Theme.class.getResourceAsStream(name), name);
    }

    private static URL find(String name) { return Objects.requireNonNull(Theme.class.getResource(name), name); }
}
