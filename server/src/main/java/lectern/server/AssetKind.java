package lectern.server;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// What a file is, by its first bytes: what its sender calls it doesn't matter. Nothing that a browser would run is among them.
enum AssetKind {
    PNG("image/png"), JPEG("image/jpeg"), GIF("image/gif"), WEBP("image/webp"), PDF("application/pdf");

    /// So many first bytes tell.
    static final int HEAD_BYTES = 12;

    private static final byte[] PNG_MAGIC = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG_MAGIC = { (byte) 0xff, (byte) 0xd8, (byte) 0xff};

    final String contentType;

    AssetKind(String contentType) { this.contentType = contentType; }

    /// @param head the file's first bytes, as many as there are up to [#HEAD_BYTES]
    static Optional<AssetKind> of(byte[] head) {
        if (starts(head, 0, PNG_MAGIC)) return Optional.of(PNG);
        if (starts(head, 0, JPEG_MAGIC)) return Optional.of(JPEG);
        if (starts(head, 0, ascii("GIF87a")) || starts(head, 0, ascii("GIF89a"))) return Optional.of(GIF);
        if (starts(head, 0, ascii("RIFF")) && starts(head, 8, ascii("WEBP"))) return Optional.of(WEBP);
        if (starts(head, 0, ascii("%PDF-"))) return Optional.of(PDF);
        return Optional.empty();
    }

    private static boolean starts(byte[] head, int at, byte[] magic) {
        return head.length >= at + magic.length
                && Arrays.equals(head, at, at + magic.length, magic, 0, magic.length);
    }

    private static byte[] ascii(String text) { return text.getBytes(StandardCharsets.US_ASCII); }
}
