package lectern.materials;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// What a file is by its first bytes; its name may say anything.
enum FileKind {
    PDF, PNG, JPEG, GIF, BMP, WEBP,
    /// Known, and not read: office files and archives, HEIC, SVG, TIFF, films, programs.
    OTHER, UNKNOWN;

    private static final int LOOK = 1024;

    static FileKind of(File file) throws IOException {
        byte[] start;
        try (var in = new FileInputStream(file)) {
            start = in.readNBytes(LOOK);
        }
        return of(start);
    }

    static FileKind of(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) return PNG;
        if (text.startsWith("\u00ff\u00d8\u00ff")) return JPEG;
        if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) return GIF;
        if (text.startsWith("BM") && text.length() > 18 && text.charAt(14) < 128 && text.startsWith("\0\0\0", 15))
            return BMP;
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) return WEBP;
        if (text.contains("%PDF-")) return PDF; // readers accept it up to there
        boolean other = text.startsWith("PK") || text.startsWith("\u00d0\u00cf\u0011\u00e0")
                || text.startsWith("ftyp", 4) || text.startsWith("II*\0") || text.startsWith("MM\0*")
                || text.startsWith("\u001a\u0045\u00df\u00a3") || text.startsWith("RIFF") || text.startsWith("\u007fELF")
                || text.startsWith("MZ") || text.startsWith("\u001f\u008b") || text.startsWith("Rar!")
                || text.startsWith("{\\rtf") || text.stripLeading().startsWith("<")
                || text.startsWith("\u00ef\u00bb\u00bf<");
        return other ? OTHER : UNKNOWN;
    }

    boolean isPicture() {
        return switch (this) {
            case PNG, JPEG, GIF, BMP, WEBP -> true;
            case PDF, OTHER, UNKNOWN -> false;
        };
    }
}
