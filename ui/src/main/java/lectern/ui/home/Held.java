package lectern.ui.home;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import lectern.resources.Words;
import lectern.ui.model.EarlierLesson;

/// When a lesson was held and what there is of it, in words.
final class Held {
    private static final long MEGABYTE = 1_000_000;

    private Held() {}

    /// The day, and for one that isn't far the time.
    static String when(Words words, Instant since, ZonedDateTime now) {
        var at = since.atZone(now.getZone());
        String time = DateTimeFormatter.ofLocalizedPattern("Hm").withLocale(words.language().locale).format(at);
        LocalDate day = at.toLocalDate(), today = now.toLocalDate();
        if (day.equals(today)) return words.text("earlier.today", time);
        if (day.equals(today.minusDays(1))) return words.text("earlier.yesterday", time);
        return day(words, since, now);
    }

    /// The year is said where it is another.
    static String day(Words words, Instant since, ZonedDateTime now) {
        var at = since.atZone(now.getZone());
        return DateTimeFormatter.ofLocalizedPattern(at.getYear() == now.getYear() ? "MMMMd" : "yMMMMd")
                .withLocale(words.language().locale).format(at);
    }

    static String about(Words words, EarlierLesson lesson) {
        var parts = new ArrayList<String>();
        parts.add(when(words, lesson.since(), ZonedDateTime.now(ZoneId.systemDefault())));
        parts.add(length(words, lesson.length().toMinutes()));
        parts.add(words.text("earlier.pages", lesson.pages()));
        if (lesson.bytes() >= MEGABYTE) parts.add(words.text("earlier.megabytes", lesson.bytes() / MEGABYTE));
        return String.join(" · ", parts);
    }

    private static String length(Words words, long minutes) {
        return minutes < 60
                ? words.text("ended.minutes", minutes)
                : words.text("ended.hours", minutes / 60, minutes % 60);
    }
}
