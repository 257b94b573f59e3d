package lectern.ui.board;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// How large a picture is, from the beginning of its file: so that one that would fill the memory isn't decoded.
///
/// @param width in pixels
record PictureSize(int width, int height) {
    private static final long MOST_PIXELS = 64_000_000;

    boolean isBearable() { return width > 0 && height > 0 && (long) width * height <= MOST_PIXELS; }

    /// Null for what is no PNG, GIF or JPEG: nothing else can be shown.
    static @Nullable PictureSize of(byte[] file) {
        var in = ByteBuffer.wrap(file);
        if (file.length > 24 && in.getInt(0) == 0x89504e47) return new PictureSize(in.getInt(16), in.getInt(20));
        if (file.length > 10 && in.getInt(0) == 0x47494638)
            return new PictureSize(u16(file[7], file[6]), u16(file[9], file[8]));
        if (file.length > 4 && u16(file[0], file[1]) == 0xffd8) return jpeg(file);
        return null;
    }

    /// Segments until the one that begins a frame: 0xffc0 to 0xffcf but for tables (c4), extensions (c8), conditions (cc).
    private static @Nullable PictureSize jpeg(byte[] file) {
        int at = 2;
        while (at + 9 < file.length && (file[at] & 0xff) == 0xff) {
            int marker = file[at + 1] & 0xff;
            if (marker == 0xff) {
                at++;
                continue;
            }
            boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
            if (frame) return new PictureSize(u16(file[at + 7], file[at + 8]), u16(file[at + 5], file[at + 6]));
            at += 2 + u16(file[at + 2], file[at + 3]);
        }
        return null;
    }

    private static int u16(byte high, byte low) { return (high & 0xff) << 8 | low & 0xff; }
}
