package lectern.app;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import lectern.protocol.BoardLimits;

/// How a file comes onto the board. Pictures are known by their first bytes and clips by their names; whatever else it is, the
/// class's server finds out.
enum ImportKind {
    /// Made into a PNG or JPEG here.
    PICTURE(BoardLimits.DOCUMENT_BYTES),
    /// Opened by the server.
    DOCUMENT(BoardLimits.DOCUMENT_BYTES),
    /// Played by everybody.
    FILM(BoardLimits.CLIP_BYTES), SOUND(BoardLimits.CLIP_BYTES);

    static final int HEAD_BYTES = 16;
    private static final Set<String> FILMS = Set.of("mp4", "m4v", "mov", "webm", "mkv", "ogv", "avi");
    private static final Set<String> SOUNDS = Set.of("mp3", "m4a", "wav", "ogg", "oga", "opus", "aac", "flac", "aif",
            "aiff");

    final long maxBytes;

    ImportKind(long maxBytes) { this.maxBytes = maxBytes; }

    /// @param head the first bytes, as many as there are up to [#HEAD_BYTES]
    static ImportKind of(String name, byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (isPicture(start)) return PICTURE;
        String ending = ending(name);
        if (FILMS.contains(ending)) return FILM;
        return SOUNDS.contains(ending) ? SOUND : DOCUMENT;
    }

    static String ending(String name) { return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT); }

    private static boolean isPicture(String start) {
        // ISO 14496-12: a brand; photos of phones are among the pictures, to be refused in words
        if (start.startsWith("ftyp", 4)) return start.startsWith("hei", 8) || start.startsWith("hev", 8)
                || start.startsWith("mif1", 8) || start.startsWith("msf1", 8) || start.startsWith("avi", 8);
        return start.startsWith("\u0089PNG\r\n\u001a\n") || start.startsWith("\u00ff\u00d8\u00ff")
                || start.startsWith("GIF8") || start.startsWith("RIFF") && start.startsWith("WEBP", 8)
                || start.startsWith("BM") && start.length() > 13 && start.startsWith("\0\0\0\0", 6);
    }
}
