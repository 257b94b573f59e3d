package lectern.protocol;

/// What a whiteboard may hold at most, and the checks for its numbers.
public final class BoardLimits {
    /// Of one stroke. A longer one is finished and begun anew by the pen.
    public static final int INK_CHARS = 48 * 1024;
    /// Of a stroke in hand, said at once.
    public static final int PRESENCE_INK_CHARS = 4 * 1024;
    public static final int PATH_POINTS = 500;
    public static final int TEXT_CHARS = 10_000;
    /// Shapes that one change may delete or restore.
    public static final int IDS = 2_000;
    public static final int CHANGES = 500;
    public static final int SHAPES_ON_A_PAGE = 200_000;
    public static final int PAGES = 3_000;
    /// Pages that one client may have open: a grid of private boards and its own.
    public static final int OPEN_PAGES = 320;
    public static final int PAGE_TITLE_CHARS = 120;
    /// Pages that one message may bring.
    public static final int PAGES_AT_ONCE = 200;
    /// Pages of one document that a board takes.
    public static final int DOCUMENT_PAGES = 1_000;
    /// A picture that is put on a board, in bytes.
    public static final int ASSET_BYTES = 32 * 1024 * 1024;
    /// A PDF, a deck or another document, in bytes.
    public static final int DOCUMENT_BYTES = 128 * 1024 * 1024;
    /// A film or a sound, in bytes.
    public static final int CLIP_BYTES = 512 * 1024 * 1024;
    /// All files of one lesson, in bytes.
    public static final long LESSON_BYTES = 2L * 1024 * 1024 * 1024;
    /// The longest clip, in seconds.
    public static final double CLIP_S = 24 * 3600;
    private static final double FARTHEST = 10_000_000;
    private static final double LONGEST = 1_000_000;

    public static void range(String field, double value, double min, double max) {
        if (!(value >= min && value <= max)) throw new ProtocolException(field + ": " + min + " to " + max);
    }

    /// Of a clip, in seconds.
    public static void position(double value) { range("positionS", value, 0, CLIP_S); }

    /// Of a clip: its own speed is 1.
    public static void rate(double value) { range("rate", value, 0.25, 4); }

    public static void place(String field, double value) { range(field, value, -FARTHEST, FARTHEST); }

    public static void length(String field, double value) { range(field, value, 0, LONGEST); }

    public static void scale(String field, double value) {
        range(field, Math.abs(value), 1e-4, 1e4);
    }

    /// The letters in which ink is written: those of base64url.
    public static void alphabet(String field, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_'))
                throw new ProtocolException(field + ": letters, digits, - and _");
        }
    }

    private BoardLimits() {}
}
