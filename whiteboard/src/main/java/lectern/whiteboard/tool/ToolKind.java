package lectern.whiteboard.tool;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The tools, each with the letter that takes it while the board has the focus.
public enum ToolKind {
    SELECT('V'), PEN('P'), MARKER('M'), ERASER('E'), LINE('L'), ARROW('A'), RECTANGLE('R'), ELLIPSE('O'), POLYGON(
            'G'), TEXT('T'), LASER('K'), HAND('H'), WORDS('W');

    private final char letter;

    ToolKind(char letter) {
        this.letter = letter;
    }

    public char letter() { return letter; }

    /// What words and icons are named by: `select`, `pen`, ….
    public String key() { return name().toLowerCase(Locale.ROOT); }

    public static @Nullable ToolKind ofLetter(char letter) {
        char upper = Character.toUpperCase(letter);
        for (ToolKind kind : values()) if (kind.letter == upper) return kind;
        return null;
    }
}
