package lectern.app;

import java.nio.file.Path;
import lectern.resources.Language;
import lectern.signaling.Link;
import lectern.ui.model.SettingsModel.Theme;
import org.jspecify.annotations.Nullable;

/// What a command line asks for, see [Arguments].
sealed interface Command {
    record Help() implements Command {}

    record Version() implements Command {}

    /// The window, at the home screen. A class that is started from it is hosted with `host`.
    record Window(Host host, Look look) implements Command {}

    /// The server alone.
    ///
    /// @param room to go on with; null: the last one where its class still runs, else a new one
    record Serve(Host host, @Nullable String room) implements Command {}

    /// Into a class.
    ///
    /// @param name    null: ask in the lobby
    /// @param seconds how long to stay; 0: until told to end
    record Join(Link link, @Nullable String name, Camera camera, Microphone microphone, boolean headless, int seconds,
            Outputs outputs, Look look) implements Command {}

    /// A whole class on this machine, to look at.
    record Demo(int seconds, Outputs outputs, Look look) implements Command {}

    /// @param lessons null: where this system keeps a user's data
    record Host(@Nullable String address, int port, @Nullable Path lessons, @Nullable String title) {}

    /// Files to write at the end.
    record Outputs(@Nullable Path report, @Nullable Path screenshot) {}

    /// Null: as in the settings.
    record Look(@Nullable Language language, @Nullable Theme theme) {}

    enum Camera {
        DEVICE, TEST_CARD, NONE
    }

    enum Microphone {
        DEVICE, TONE, NONE
    }
}
