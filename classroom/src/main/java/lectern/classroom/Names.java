package lectern.classroom;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import lectern.protocol.Limits;

/// Turns what people type as their name into what others see: one line, without characters that have no look or that turn
/// the text around, and not the same as anybody else's.
final class Names {
    /// The name, or an empty text when nothing is left of it.
    static String clean(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFC).codePoints().map(c -> isSpace(c) ? ' ' : c)
                .filter(Names::isShown)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return cut(plain.strip().replaceAll(" {2,}", " "), Limits.NAME_CHARS);
    }

    /// The name, with " (2)", " (3)", … where somebody has it.
    static String distinct(String name, Collection<String> taken) {
        var keys = taken.stream().map(Names::key).collect(Collectors.toSet());
        String candidate = name;
        for (int n = 2; keys.contains(key(candidate)); n++) {
            String suffix = " (" + n + ")";
            candidate = cut(name, Limits.NAME_CHARS - suffix.length()) + suffix;
        }
        return candidate;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static boolean isSpace(int c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> c == '\t' || c == '\n' || c == '\r';
        };
    }

    /// U+200D joins emoji and some scripts' letters and stays; what is left of the format characters turns text around or
    /// hides in it.
    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
            case Character.FORMAT -> c == 0x200D || c == 0x200C;
            default -> true;
        };
    }

    /// The first `chars` UTF-16 units, no character cut in two.
    private static String cut(String text, int chars) {
        if (text.length() <= chars) return text;
        int end = Character.isLowSurrogate(text.charAt(chars)) ? chars - 1 : chars;
        return text.substring(0, end).strip();
    }

    private Names() {}
}
