package lectern.ui.board;

import java.util.ArrayList;
import java.util.List;
import lectern.protocol.board.Region;
import lectern.protocol.material.PageText;
import lectern.protocol.material.PageText.Word;

/// Words of a page, from one to another in reading order. A value: each step gives another.
///
/// @param anchor where it began, as the first and last word of what was taken there
/// @param first  of the selected words
/// @param last   of them; before `first` when none is selected
record WordSelection(PageText text, int anchorFirst, int anchorLast, int first, int last) {
    /// To be off by a line is worse than to be off by some words.
    private static final double ACROSS_LINES = 3;

    static WordSelection none(PageText text) { return new WordSelection(text, 0, -1, 0, -1); }

    static WordSelection all(PageText text) {
        int last = text.words().size() - 1;
        return new WordSelection(text, 0, last, 0, last);
    }

    boolean isEmpty() { return last < first; }

    /// One word; nothing where the page has none.
    WordSelection word(double x, double y) {
        int at = nearest(x, y);
        return at < 0 ? none(text) : new WordSelection(text, at, at, at, at);
    }

    WordSelection line(double x, double y) {
        int at = nearest(x, y);
        if (at < 0) return none(text);
        int from = at, to = at;
        while (from > 0 && !text.words().get(from - 1).lineEnd()) from--;
        while (to < text.words().size() - 1 && !text.words().get(to).lineEnd()) to++;
        return new WordSelection(text, from, to, from, to);
    }

    /// From where it began to that place.
    WordSelection to(double x, double y) {
        int at = nearest(x, y);
        if (at < 0 || anchorLast < anchorFirst) return word(x, y);
        return new WordSelection(text, anchorFirst, anchorLast, Math.min(anchorFirst, at), Math.max(anchorLast, at));
    }

    /// As it reads: lines as on the page, no blanks beside Han and kana.
    String words() {
        var said = new StringBuilder();
        for (int i = first; i <= last; i++) {
            var word = text.words().get(i);
            said.append(word.text());
            if (i == last) break;
            if (word.lineEnd()) said.append('\n');
            else if (!isTight(word.text(), text.words().get(i + 1).text())) said.append(' ');
        }
        return said.toString();
    }

    /// A strip for each line.
    List<Region> regions() {
        var regions = new ArrayList<Region>();
        for (int i = first; i <= last; i++) {
            var place = text.words().get(i).place();
            boolean begins = i == first || text.words().get(i - 1).lineEnd();
            if (begins) regions.add(place);
            else regions.add(union(regions.removeLast(), place));
        }
        return regions;
    }

    private int nearest(double x, double y) {
        int best = -1;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < text.words().size(); i++) {
            Word word = text.words().get(i);
            double distance = distance(word.place(), x, y);
            if (distance >= least) continue;
            least = distance;
            best = i;
        }
        return best;
    }

    private static double distance(Region place, double x, double y) {
        double dx = Math.max(0, Math.max(place.x() - x, x - place.x() - place.width()));
        double dy = Math.max(0, Math.max(place.y() - y, y - place.y() - place.height()));
        return Math.hypot(dx, dy * ACROSS_LINES);
    }

    private static Region union(Region a, Region b) {
        double x = Math.min(a.x(), b.x()), y = Math.min(a.y(), b.y());
        return new Region(x, y, Math.max(a.x() + a.width(), b.x() + b.width()) - x,
                Math.max(a.y() + a.height(), b.y() + b.height()) - y);
    }

    private static boolean isTight(String before, String after) {
        return !before.isEmpty() && isDense(before.codePointBefore(before.length()))
                || !after.isEmpty() && isDense(after.codePointAt(0));
    }

    private static boolean isDense(int letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> letter >= 0x3000 && letter <= 0x303f || letter >= 0xff00 && letter <= 0xffef;
        };
    }
}
