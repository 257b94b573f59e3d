package lectern.materials;

import java.awt.geom.AffineTransform;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Which way up a camera was held: EXIF 2.3 §4.6.4, tag 0x0112, by its values 1 to 8.
record Orientation(int value) {
    static final Orientation UPRIGHT = new Orientation(1);
    private static final int TAG = 0x0112;
    /// EXIF stands at the start of a file, and a segment has at most 64 KB.
    private static final int LOOK = 256 << 10;
    private static final int MOST_ENTRIES = 200;

    Orientation {
        if (value < 1 || value > 8) throw new IllegalArgumentException("1 to 8");
    }

    static Orientation of(File file, FileKind kind) throws IOException {
        if (kind != FileKind.JPEG) return UPRIGHT;
        byte[] start;
        try (var in = new FileInputStream(file)) {
            start = in.readNBytes(LOOK);
        }
        return ofJpeg(ByteBuffer.wrap(start));
    }

    /// Whether width and height change places.
    boolean turned() { return value >= 5; }

    /// From the picture as it is stored, that wide and high, to the picture as it is looked at.
    AffineTransform transform(double width, double height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    static Orientation ofJpeg(ByteBuffer in) {
        int at = 2;
        while (at + 4 <= in.limit() && (in.get(at) & 0xff) == 0xff) {
            int marker = in.get(at + 1) & 0xff;
            int length = in.getShort(at + 2) & 0xffff;
            if (marker == 0xda || length < 2) break; // the picture begins
            int end = Math.min(in.limit(), at + 2 + length);
            // "Exif", two zeros
            if (marker == 0xe1 && at + 10 <= end && in.getInt(at + 4) == 0x45786966)
                return ofTiff(in.slice(at + 10, end - at - 10));
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static Orientation ofTiff(ByteBuffer tiff) {
        if (tiff.limit() < 8) return UPRIGHT;
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long entries = tiff.getInt(4) & 0xffffffffL;
        if (entries + 2 > tiff.limit()) return UPRIGHT;
        int count = Math.min(MOST_ENTRIES, tiff.getShort((int) entries) & 0xffff);
        for (int i = 0; i < count; i++) {
            int at = (int) entries + 2 + 12 * i;
            if (at + 12 > tiff.limit()) break;
            int value = tiff.getShort(at + 8) & 0xffff;
            if ((tiff.getShort(at) & 0xffff) == TAG && value >= 1 && value <= 8) return new Orientation(value);
        }
        return UPRIGHT;
    }
}
