package lectern.materials;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes PNGs of pages with greys or few colours: a quarter to an eighth of the bytes that have to be packed, and about half of
/// what comes out. W3C, PNG specification, third edition.
final class Png {
    private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int GREY = 0;
    private static final int PALETTE = 3;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);

    /// Sixteen greys: what the edges of letters need.
    static byte[] grey(int[] pixels, int width, int height) {
        return new Png().write(width, height, 4, GREY, new byte[0], i -> ((pixels[i] & 255) * 15 + 127) / 255);
    }

    static byte[] palette(int[] pixels, int width, int height, Colours.Palette palette) {
        var colours = new byte[3 * palette.colours().length];
        for (int i = 0; i < colours.length; i++) colours[i] = (byte) (palette.colours()[i / 3] >> 8 * (2 - i % 3));
        int bits = palette.colours().length <= 16 ? 4 : 8;
        return new Png().write(width, height, bits, PALETTE, colours, new Pixels() {
            private int before = -1;
            private int index;

            @Override
            public int at(int i) {
                int rgb = pixels[i] & 0xffffff;
                if (rgb != before) {
                    before = rgb;
                    index = palette.indexOf(rgb);
                }
                return index;
            }
        });
    }

    private interface Pixels {
        int at(int i);
    }

    private byte[] write(int width, int height, int bits, int kind, byte[] colours, Pixels pixels) {
        out.writeBytes(SIGNATURE);
        chunk("IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) bits).put((byte) kind).array(),
                13);
        if (colours.length > 0) chunk("PLTE", colours, colours.length);
        int row = 1 + (width * bits + 7) / 8; // no filter: indexes aren't near each other as colours are
        var rows = new byte[row * height];
        for (int y = 0, i = 0; y < height; y++) {
            int at = y * row + 1;
            for (int x = 0; x < width; x++, i++) {
                if (bits == 8) rows[at++] = (byte) pixels.at(i);
                else if ((x & 1) == 0) rows[at] = (byte) (pixels.at(i) << 4);
                else rows[at++] |= (byte) pixels.at(i);
            }
        }
        pack(rows);
        chunk("IEND", new byte[0], 0);
        return out.toByteArray();
    }

    private void pack(byte[] rows) {
        var deflater = new Deflater(5);
        try {
            deflater.setInput(rows);
            deflater.finish();
            var piece = new byte[1 << 16];
            while (!deflater.finished()) chunk("IDAT", piece, deflater.deflate(piece));
        } finally {
            deflater.end();
        }
    }

    private void chunk(String type, byte[] data, int length) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data, 0, length);
        out.writeBytes(ByteBuffer.allocate(8).putInt(length).put(name).array());
        out.write(data, 0, length);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
