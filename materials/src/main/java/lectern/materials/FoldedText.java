package lectern.materials;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a page says, as it is searched: without case, accents and the hyphens between letters; with one blank between words, but none
/// beside Han and kana, which are written without.
final class FoldedText {
    private static final int MOST_PLACES = 100;
    private static final int AROUND = 40;

    private final StringBuilder text = new StringBuilder();
    private final List<PageText.Word> words;
    /// Where each word begins in the text; what was left out of it, a blank for instance, belongs to the word before.
    private final int[] begins;

    FoldedText(List<PageText.Word> words) {
        this.words = words;
        begins = new int[words.size() + 1];
        for (int i = 0; i < words.size(); i++) {
            String next = fold(words.get(i).text());
            join(text, next);
            begins[i] = text.length();
            text.append(next);
        }
        begins[words.size()] = text.length();
    }

    /// Of what a person typed.
    static String query(String typed) {
        var folded = new StringBuilder();
        for (String word : typed.strip().split("\\s+")) {
            String next = fold(word);
            join(folded, next);
            folded.append(next);
        }
        return folded.toString();
    }

    String text() { return text.toString(); }

    /// @param query folded, not empty
    List<Box> find(String query) {
        var boxes = new ArrayList<Box>();
        int places = 0;
        for (int at = text.indexOf(query); at >= 0
                && places < MOST_PLACES; at = text.indexOf(query, at + query.length())) {
            places++;
            addBoxes(at, at + query.length(), boxes);
        }
        return boxes;
    }

    /// The words around the first place, as they stand there.
    String around(String query) {
        int at = text.indexOf(query);
        if (at < 0) return "";
        var said = new StringBuilder();
        for (int i = wordAt(Math.max(0, at - AROUND)); i < words.size()
                && begins[i] < at + query.length() + AROUND; i++) {
            String word = words.get(i).text();
            if (!said.isEmpty() && !isTight(said.charAt(said.length() - 1), word.charAt(0))) said.append(' ');
            said.append(word);
        }
        return said.toString();
    }

    private void addBoxes(int from, int to, List<Box> boxes) {
        Box line = null;
        for (int i = wordAt(from); i < words.size() && begins[i] < to; i++) {
            PageText.Word word = words.get(i);
            int length = Math.max(1, fold(word.text()).length());
            double start = Math.clamp((double) (from - begins[i]) / length, 0, 1);
            double end = Math.clamp((double) (to - begins[i]) / length, 0, 1);
            Box part = part(word.box(), start, end);
            line = line == null ? part : union(line, part);
            if (word.lineEnd()) {
                boxes.add(line);
                line = null;
            }
        }
        if (line != null) boxes.add(line);
    }

    /// Letters count as equally wide. Of what stands upright the whole is taken: which end is the first isn't known.
    private static Box part(Box box, double start, double end) {
        if (box.height() > box.width()) return box;
        return new Box(box.x() + start * box.width(), box.y(), (end - start) * box.width(), box.height());
    }

    private static Box union(Box a, Box b) {
        double x = Math.min(a.x(), b.x());
        double y = Math.min(a.y(), b.y());
        return new Box(x, y, Math.max(a.x() + a.width(), b.x() + b.width()) - x,
                Math.max(a.y() + a.height(), b.y() + b.height()) - y);
    }

    /// The last word that begins there or before.
    private int wordAt(int at) {
        int low = 0;
        for (int high = words.size(); high - low > 1;) {
            int middle = (low + high) >>> 1;
            if (begins[middle] <= at) low = middle;
            else high = middle;
        }
        return low;
    }

    private static void join(StringBuilder before, String next) {
        if (before.isEmpty() || next.isEmpty()) return;
        int last = before.length() - 1;
        boolean hyphen = before.charAt(last) == '-' && Character.isLetter(next.charAt(0));
        // A word that goes on in the next line; a dash between words stands alone.
        if (hyphen && last > 0 && Character.isLetter(before.charAt(last - 1))) before.setLength(last);
        else if (!isTight(before.charAt(last), next.charAt(0))) before.append(' ');
    }

    private static boolean isTight(char before, char after) { return isDense(before) || isDense(after); }

    /// Han, kana and their punctuation.
    private static boolean isDense(char c) {
        return c >= '\u2e80' && c <= '\u9fff' || c >= '\uf900' && c <= '\ufaff' || c >= '\uff00' && c <= '\uffef'
                || Character.isSurrogate(c);
    }

    private static String fold(String word) {
        String plain = Normalizer.normalize(word, Normalizer.Form.NFKD).toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '\u00ad' -> {
                } // where a word may be divided
                case '\u2010', '\u2011' -> folded.append('-');
                case '\u2018', '\u2019' -> folded.append('\'');
                case '\u201c', '\u201d' -> folded.append('"');
                default -> {
                    if ((c < '\u0300' || c > '\u036f') && !Character.isWhitespace(c)) folded.append(c); // accents
                }
            }
        }
        for (int i = folded.length() - 2; i > 0; i--)
            if (folded.charAt(i) == '-' && Character.isLetter(folded.charAt(i - 1))
                    && Character.isLetter(folded.charAt(i + 1)))
                folded.deleteCharAt(i);
        return Normalizer.normalize(folded, Normalizer.Form.NFC); // kana with a voice mark are letters of their own
    }
}
