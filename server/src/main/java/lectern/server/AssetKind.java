package lectern.server;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lectern.protocol.BoardLimits;

/// What a file is, by its first bytes: what its sender calls it doesn't matter. Nothing that a browser would run is served as what it is.
enum AssetKind {
    PNG(Use.PICTURE, "image/png"), JPEG(Use.PICTURE, "image/jpeg"), GIF(Use.PICTURE, "image/gif"),
    WEBP(Use.PICTURE, "image/webp"), PDF(Use.DOCUMENT, "application/pdf"),
    /// A drawing may have scripts in it: it is read by the reading process alone.
    SVG(Use.DOCUMENT, AssetKind.BYTES),
    /// A file of an office program, or another archive: the reading process finds out.
    OFFICE(Use.DOCUMENT, AssetKind.BYTES), MP4(Use.CLIP, "video/mp4"), M4A(Use.CLIP, "audio/mp4"),
    MOV(Use.CLIP, "video/quicktime"), WEBM(Use.CLIP, "video/webm"), MKV(Use.CLIP, "video/x-matroska"),
    MP3(Use.CLIP, "audio/mpeg"), WAV(Use.CLIP, "audio/wav"), OGG(Use.CLIP, "audio/ogg"), OGV(Use.CLIP, "video/ogg"),
    FLAC(Use.CLIP, "audio/flac"), AAC(Use.CLIP, "audio/aac");

    enum Use {
        PICTURE(BoardLimits.ASSET_BYTES, "A picture"), DOCUMENT(BoardLimits.DOCUMENT_BYTES, "A document"),
        CLIP(BoardLimits.CLIP_BYTES, "A film or a sound");

        final long maxBytes;
        private final String name;

        Use(long maxBytes, String name) {
            this.maxBytes = maxBytes;
            this.name = name;
        }

        String tooLarge() {
            return name + " is at most " + maxBytes / (1024 * 1024) + " MB.";
        }
    }

    /// So many first bytes tell.
    static final int HEAD_BYTES = 4_096;
    /// For what can't be kept.
    static final String WORDS = "PNG, JPEG, WebP, GIF, SVG, PDF, office files; MP4, MOV, WebM, MP3, M4A, WAV, OGG, FLAC.";
    static final String HEIC_WORDS = "This photo is in a format (HEIC or AVIF) that few programs show. Save it as JPEG, and add that.";
    private static final String BYTES = "application/octet-stream";
    private static final int PDF_WITHIN = 1_024; // readers accept what stands before it
    private static final Set<String> PHOTOS = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1",
            "avif", "avis");
    private static final Set<String> FILMS = Set.of("isom", "avc1", "dash", "MSNV", "M4V ", "M4VH", "M4VP", "f4v ",
            "mmp4", "qt  ");

    final Use use;
    final String contentType;

    AssetKind(Use use, String contentType) {
        this.use = use;
        this.contentType = contentType;
    }

    /// As clients are told.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param head the file's first bytes, as many as there are up to [#HEAD_BYTES]
    static Optional<AssetKind> of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) return Optional.of(PNG);
        if (text.startsWith("\u00ff\u00d8\u00ff")) return Optional.of(JPEG);
        if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) return Optional.of(GIF);
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) return Optional.of(WEBP);
        if (text.startsWith("RIFF") && text.startsWith("WAVE", 8)) return Optional.of(WAV);
        if (text.startsWith("PK\3\4") || text.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")
                || text.startsWith("{\\rtf"))
            return Optional.of(OFFICE);
        if (text.startsWith("ftyp", 4)) return ofBrands(text);
        if (text.startsWith("\u001a\u0045\u00df\u00a3"))
            return text.contains("webm") ? Optional.of(WEBM) : text.contains("matroska") ? Optional.of(MKV) : Optional.empty();
        if (text.startsWith("OggS")) return Optional.of(text.contains("theora") ? OGV : OGG);
        if (text.startsWith("fLaC")) return Optional.of(FLAC);
        if (text.startsWith("ID3") || isMp3(head)) return Optional.of(MP3);
        if (isAac(head)) return Optional.of(AAC);
        if (isSvg(text)) return Optional.of(SVG);
        if (text.substring(0, Math.min(PDF_WITHIN, text.length())).contains("%PDF-")) return Optional.of(PDF);
        return Optional.empty();
    }

    /// Why a file with these first bytes isn't kept.
    static String refusal(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return text.startsWith("ftyp", 4) && isPhoto(text) ? HEIC_WORDS : WORDS;
    }

    /// ISO 14496-12 §4.3: the size, `ftyp`, the major brand, a version, the compatible brands.
    private static Optional<AssetKind> ofBrands(String text) {
        if (isPhoto(text)) return Optional.empty();
        for (int at = 8; at + 4 <= brandsEnd(text); at += 4) {
            String brand = text.substring(at, at + 4);
            if (at == 12) continue;
            if (at == 8 && brand.equals("qt  ")) return Optional.of(MOV);
            if (brand.equals("M4A ") || brand.equals("M4B ")) return Optional.of(M4A);
            if (isFilm(brand)) return Optional.of(MP4);
        }
        return Optional.empty();
    }

    private static boolean isPhoto(String text) {
        boolean photo = false;
        for (int at = 8; at + 4 <= brandsEnd(text); at += 4) {
            if (at == 12) continue;
            String brand = text.substring(at, at + 4);
            if (isFilm(brand)) return false;
            photo |= PHOTOS.contains(brand);
        }
        return photo;
    }

    private static boolean isFilm(String brand) {
        return FILMS.contains(brand) || brand.startsWith("mp4") || brand.startsWith("iso") || brand.startsWith("3g");
    }

    private static int brandsEnd(String text) {
        return Math.min(text.length(), Math.max(12, (text.charAt(2) << 8) + text.charAt(3)));
    }

    /// ISO 11172-3 §2.4.2.3: eleven set bits; a version, layer III, a rate of bits and one of samples that are none of those kept free.
    private static boolean isMp3(byte[] head) {
        return head.length > 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xe6) == 0xe2 && (head[1] >> 3 & 3) != 1
                && (head[2] & 0xf0) != 0xf0 && (head[2] & 0x0c) != 0x0c;
    }

    /// ISO 13818-7 §6.2 (ADTS): twelve set bits, layer 0, a rate of samples that there is.
    private static boolean isAac(byte[] head) {
        return head.length > 6 && (head[0] & 0xff) == 0xff && (head[1] & 0xf6) == 0xf0 && (head[2] >> 2 & 0xf) < 13;
    }

    /// Its root element is the first one; before it there may be a declaration, comments and a document type.
    private static boolean isSvg(String text) {
        String start = (text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text).stripLeading();
        if (!start.startsWith("<")) return false;
        int root = start.indexOf("<svg");
        int html = start.toLowerCase(Locale.ROOT).indexOf("<html");
        return start.contains("<svg:svg") || root >= 0 && (html < 0 || root < html);
    }
}
