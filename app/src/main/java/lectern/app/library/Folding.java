package lectern.app.library;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Text as it is searched: without regard to case and accents. A letter stays one letter, so that places are the same in both.
final class Folding {
    private static final int LONGEST_QUERY = 200;

    private Folding() {}

    static String fold(String text) {
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) folded.append(fold(text.charAt(i)));
        return folded.toString();
    }

    /// What has to be there, each of them anywhere.
    static List<String> words(String query) {
        var words = new ArrayList<String>();
        String cut = query.substring(0, Math.min(query.length(), LONGEST_QUERY));
        for (String word : fold(Normalizer.normalize(cut, Normalizer.Form.NFC)).split("\\s+"))
            if (!word.isEmpty() && !words.contains(word)) words.add(word);
        return words;
    }

    static boolean hasAll(String folded, List<String> words) {
        for (String word : words) if (!folded.contains(word)) return false;
        return !words.isEmpty();
    }

    /// Whether nothing stands between two of these: a line's end among them is no gap between words.
    static boolean isWide(char letter) {
        return Character.isIdeographic(letter) || Character.UnicodeBlock.of(letter) == Character.UnicodeBlock.HIRAGANA
                || Character.UnicodeBlock.of(letter) == Character.UnicodeBlock.KATAKANA;
    }

    private static char fold(char letter) {
        if (letter < 128) return letter >= 'A' && letter <= 'Z' ? (char) (letter + 32) : letter;
        if (Character.isSurrogate(letter) || Character.isIdeographic(letter)) return letter;
        String parts = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFKD);
        return Character.toLowerCase(parts.isEmpty() ? letter : parts.charAt(0));
    }
}
