package lectern.app;

import java.util.Locale;
import lectern.protocol.Limits;
import lectern.resources.Language;
import lectern.ui.model.SettingsModel.Theme;
import org.jspecify.annotations.Nullable;

/// What the user decided, kept from one time to the next. Anything missing or impossible takes its default.
///
/// @param name       of the user; empty before they gave one
/// @param title      of the class they started last
/// @param camera     the device chosen last, by the system's name; null: none was
/// @param microphone likewise
/// @param speaker    likewise
record Settings(String name, String title, Language language, Theme theme, @Nullable String camera,
        @Nullable String microphone, @Nullable String speaker, boolean music) {
    private static final int DEVICE_CHARS = 300;

    Settings {
        name = name == null ? "" : shortened(name.strip(), Limits.NAME_CHARS);
        title = title == null ? "" : shortened(title.strip(), Limits.TITLE_CHARS);
        if (language == null) language = Language.of(Locale.getDefault());
        if (theme == null) theme = Theme.SYSTEM;
        camera = device(camera);
        microphone = device(microphone);
        speaker = device(speaker);
    }

    static Settings defaults() {
        return new Settings("", "", Language.of(Locale.getDefault()), Theme.SYSTEM, null, null, null, false);
    }

    /// With what the command line says instead.
    Settings with(Command.Look look) {
        return new Settings(name, title, look.language() == null ? language : look.language(),
                look.theme() == null ? theme : look.theme(), camera, microphone, speaker, music);
    }

    private static @Nullable String device(@Nullable String name) {
        return name == null || name.isBlank() || name.length() > DEVICE_CHARS ? null : name;
    }

    private static String shortened(String text, int max) {
        return text.length() > max ? text.substring(0, max) : text;
    }
}
