package lectern.materials;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What a file is by its content; its name may say anything.
enum FileKind {
    PDF, PNG, JPEG, GIF, BMP, WEBP, SVG,
    /// Decks of PowerPoint since 2007, which are read here.
    PPTX,
    /// Read by LibreOffice.
    PPT, ODP, DOCX, DOC, ODT, XLSX, XLS, ODS, RTF,
    /// Of an office program, behind a password.
    LOCKED,
    /// HEIC and AVIF: what phones make of photos.
    HEIC,
    /// Films and sounds.
    CLIP,
    /// Known, and not read: archives, TIFF, programs.
    OTHER, UNKNOWN;

    static final int LOOK = 4096;
    private static final String ZIP = "PK\3\4";
    private static final String OLE = "\u00d0\u00cf\u0011\u00e0";

    static FileKind of(File file) throws IOException {
        byte[] start;
        try (var in = new FileInputStream(file)) {
            start = in.readNBytes(LOOK);
        }
        FileKind kind = of(start);
        if (kind != OTHER) return kind;
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith(ZIP)) return OfficeKind.ofZip(file);
        if (text.startsWith(OLE)) return OfficeKind.ofOle(file);
        return OTHER;
    }

    /// By the first bytes alone: what is packed is OTHER.
    static FileKind of(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) return PNG;
        if (text.startsWith("\u00ff\u00d8\u00ff")) return JPEG;
        if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) return GIF;
        if (text.startsWith("BM") && text.length() > 18 && text.charAt(14) < 128 && text.startsWith("\0\0\0", 15))
            return BMP;
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) return WEBP;
        if (isSvg(text)) return SVG;
        if (text.startsWith("{\\rtf")) return RTF;
        if (text.startsWith("PK") || text.startsWith(OLE)) return OTHER;
        if (text.startsWith("ftyp", 4)) return isHeic(text) ? HEIC : CLIP;
        if (isClip(text)) return CLIP;
        if (text.substring(0, Math.min(1024, text.length())).contains("%PDF-")) return PDF; // readers accept it up to there
        boolean other = text.startsWith("II*\0") || text.startsWith("MM\0*") || text.startsWith("RIFF")
                || text.startsWith("\u007fELF") || text.startsWith("MZ") || text.startsWith("\u001f\u008b")
                || text.startsWith("Rar!") || text.stripLeading().startsWith("<")
                || text.startsWith("\u00ef\u00bb\u00bf<");
        return other ? OTHER : UNKNOWN;
    }

    /// Whether it has files in it, so that only those tell what it is.
    static boolean isPacked(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        return text.startsWith(ZIP) || text.startsWith(OLE);
    }

    boolean isPicture() {
        return switch (this) {
            case PNG, JPEG, GIF, BMP, WEBP -> true;
            default -> false;
        };
    }

    boolean needsOffice() {
        return switch (this) {
            case PPT, ODP, DOCX, DOC, ODT, XLSX, XLS, ODS, RTF -> true;
            default -> false;
        };
    }

    /// Whether such files are ZIP archives, with all that can be packed in those.
    boolean isZip() {
        return switch (this) {
            case PPTX, ODP, DOCX, ODT, XLSX, ODS -> true;
            default -> false;
        };
    }

    String extension() { return name().toLowerCase(Locale.ROOT); }

    /// Of a file of this kind that isn't read.
    RefusedException refused() {
        return new RefusedException(switch (this) {
            case LOCKED -> Refusal.ENCRYPTED;
            case HEIC -> Refusal.HEIC;
            case UNKNOWN -> Refusal.BROKEN;
            default -> needsOffice() ? Refusal.NEEDS_OFFICE : Refusal.OTHER_KIND;
        }, name());
    }

    /// Its root element is the first one; before it there may be a declaration, comments and a document type.
    private static boolean isSvg(String text) {
        String start = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
        start = start.stripLeading();
        if (!start.startsWith("<")) return false;
        int root = start.indexOf("<svg");
        int html = start.toLowerCase(Locale.ROOT).indexOf("<html");
        return start.contains("<svg:svg") || root >= 0 && (html < 0 || root < html);
    }

    /// ISO 14496-12 §4.3: the major brand, then a version, then the compatible ones.
    private static boolean isHeic(String text) {
        int end = Math.min(text.length(), Math.max(12, (text.charAt(2) << 8) + text.charAt(3)));
        for (int at = 8; at + 4 <= end; at += 4) {
            if (at == 12) continue;
            String brand = text.substring(at, at + 4);
            if (brand.equals("isom") || brand.startsWith("mp4") || brand.startsWith("qt")) return false;
            switch (brand) {
                case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis" -> {
                    return true;
                }
                default -> {
                }
            }
        }
        return false;
    }

    private static boolean isClip(String text) {
        return text.startsWith("\u001a\u0045\u00df\u00a3") || text.startsWith("OggS") || text.startsWith("fLaC")
                || text.startsWith("ID3") || text.startsWith("RIFF") && text.startsWith("WAVE", 8)
                || text.startsWith("RIFF") && text.startsWith("AVI ", 8) || text.startsWith("FORM")
                || text.length() > 1 && text.charAt(0) == 0xff
                        && (text.charAt(1) & 0xe0) == 0xe0 && (text.charAt(1) & 0x06) != 0 && text.charAt(1) != 0xfe; // a mark of text
    }
}
