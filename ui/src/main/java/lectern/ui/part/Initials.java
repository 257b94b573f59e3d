package lectern.ui.part;

import java.lang.Character.UnicodeScript;

/// What stands for a name where there is no picture: two letters of a name that is written in letters, the given name
/// (the last two) of one written in Chinese.
public final class Initials {
    private Initials() {}

    public static String of(String name) {
        var words = name.strip().split("[\\s·.,_-]+");
        var first = words.length == 0 ? "" : words[0];
        if (first.isEmpty()) return "?";
        if (isIdeographic(first.codePointAt(0))) {
            var characters = first.codePoints().toArray();
            int from = Math.max(0, characters.length - 2);
            return new String(characters, from, characters.length - from);
        }
        if (words.length == 1) return upper(first);
        return upper(first) + upper(words[words.length - 1]);
    }

    /// A colour's hue in degrees that stays with this name.
    public static double hue(String name) {
        int hash = 17;
        for (int i = 0; i < name.length(); i++) hash = hash * 31 + name.charAt(i);
        return Math.floorMod(hash * 0x9E3779B1L >>> 8, 360);
    }

    private static boolean isIdeographic(int codePoint) {
        var script = UnicodeScript.of(codePoint);
        return script == UnicodeScript.HAN || script == UnicodeScript.HANGUL || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA;
    }

    private static String upper(String word) {
        return new String(Character.toChars(Character.toUpperCase(word.codePointAt(0))));
    }
}
