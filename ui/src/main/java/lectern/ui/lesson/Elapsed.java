package lectern.ui.lesson;

import java.time.Duration;
import java.util.Locale;
import lectern.resources.Phrase;
import lectern.resources.Words;

/// How long something has lasted, as a clock and in words.
final class Elapsed {
    private Elapsed() {}

    /// `42:17`, from an hour on `1:02:03`.
    static String clock(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        return seconds < 3600
                ? String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    static String inWords(Words words, Duration time) {
        long minutes = Math.max(0, time.toMinutes());
        return words.text(minutes < 60
                ? Phrase.of("ended.minutes", minutes)
                : Phrase.of("ended.hours", minutes / 60, minutes % 60));
    }
}
