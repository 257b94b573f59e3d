package lectern.ui.library;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import lectern.resources.Words;
import lectern.ui.model.MaterialKind;
import lectern.ui.model.Prepared;
import lectern.ui.model.Preview;
import lectern.ui.part.Icon;
import org.jspecify.annotations.Nullable;

/// What is told of a material, in words.
final class About {
    private static final long KILO = 1_000, MEGA = 1_000_000, GIGA = 1_000_000_000;

    private About() {}

    static String kind(Words words, MaterialKind kind) {
        return words.text(switch (kind) {
            case PDF -> "library.kind.pdf";
            case DECK -> "library.kind.deck";
            case TEXT -> "library.kind.text";
            case SHEET -> "library.kind.sheet";
            case DRAWING -> "library.kind.drawing";
            case PICTURE -> "library.kind.picture";
            case CLIP -> "library.kind.clip";
        });
    }

    static Icon icon(MaterialKind kind) {
        return switch (kind) {
            case PDF, TEXT -> Icon.DOCUMENT;
            case DECK -> Icon.SCREEN;
            case SHEET -> Icon.GRID;
            case DRAWING, PICTURE -> Icon.PICTURE;
            case CLIP -> Icon.CLIP;
        };
    }

    static String size(Words words, long bytes) {
        if (bytes < KILO) return words.text("library.size.bytes", bytes);
        if (bytes < MEGA) return words.text("library.size.kilo", (bytes + KILO / 2) / KILO);
        if (bytes < GIGA) return words.text("library.size.mega", shortened(words, (double) bytes / MEGA));
        return words.text("library.size.giga", shortened(words, (double) bytes / GIGA));
    }

    private static String shortened(Words words, double number) {
        return String.format(locale(words), number < 10 ? "%.1f" : "%.0f", number);
    }

    /// The time today, the day this year.
    static String changed(Words words, Instant changed) {
        var at = changed.atZone(ZoneId.systemDefault());
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        String pattern = at.toLocalDate().equals(today) ? "Hm" : at.getYear() == today.getYear() ? "MMMd" : "yMMMd";
        return DateTimeFormatter.ofLocalizedPattern(pattern).withLocale(locale(words)).format(at);
    }

    private static Locale locale(Words words) { return words.language().locale; }

    /// Kind, pages, size, day: as much as is known.
    static String material(Words words, MaterialKind kind, @Nullable Preview preview, long bytes, Instant changed) {
        var parts = new ArrayList<String>();
        parts.add(kind(words, kind));
        if (preview != null && kind.hasPages() && preview.pages() > 0)
            parts.add(words.text("library.pages", preview.pages()));
        long size = preview != null && !preview.missing() ? preview.bytes() : bytes;
        Instant day = preview != null && !preview.missing() ? preview.changed() : changed;
        if (size > 0) parts.add(size(words, size));
        if (day.isAfter(Instant.EPOCH)) parts.add(changed(words, day));
        return String.join(" · ", parts);
    }

    /// What of it comes to the board.
    static String prepared(Words words, MaterialKind kind, Prepared one, @Nullable Preview preview) {
        if (preview == null || preview.pages() == 0) return kind(words, kind);
        int pages = preview.pages();
        int out = (int) one.leftOut().stream().filter(it -> it < pages).count();
        int hidden = (int) one.hidden().stream().filter(it -> it < pages).count();
        var parts = new ArrayList<String>();
        if (kind.hasPages())
            parts.add(out == 0
                    ? words.text("library.pages", pages)
                    : words.text("library.pages.of", pages - out, pages));
        else
            parts.add(kind(words, kind));
        if (hidden > 0)
            parts.add(kind.hasPages()
                    ? words.text("library.pages.hidden", hidden)
                    : words.text("library.hidden"));
        return String.join(" · ", parts);
    }
}
