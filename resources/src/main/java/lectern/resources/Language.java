package lectern.resources;

import java.util.Locale;

/// A language the screen speaks; its own name is what the language menu shows.
public enum Language {
    ENGLISH(Locale.ENGLISH, "English"), CHINESE(Locale.SIMPLIFIED_CHINESE, "中文");

    public final Locale locale;
    public final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    /// The best of ours for a system's language.
    public static Language of(Locale system) {
        return "zh".equals(system.getLanguage()) ? CHINESE : ENGLISH;
    }
}
