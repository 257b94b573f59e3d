package lectern.ui.board;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/// A picture from the clipboard as a PNG file: JavaFX reads such files and doesn't write them.
final class PngBytes {
    private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private PngBytes() {}

    static byte[] of(Image image) {
        int width = (int) image.getWidth(), height = (int) image.getHeight();
        var file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        // 8 bits each of red, green, blue, alpha; RFC 2083 §4.1.1
        chunk(file, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) 6).array());
        chunk(file, "IDAT", deflated(image, width, height));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static byte[] deflated(Image image, int width, int height) {
        var row = new int[width];
        var bytes = new byte[1 + 4 * width]; // the first says how the row is filtered: not at all
        var out = new ByteArrayOutputStream();
        var buffer = new byte[64 * 1024];
        try (var deflater = new Deflater(Deflater.BEST_SPEED)) {
            for (int y = 0; y < height; y++) {
                image.getPixelReader().getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
                for (int x = 0; x < width; x++) {
                    bytes[1 + 4 * x] = (byte) (row[x] >> 16);
                    bytes[2 + 4 * x] = (byte) (row[x] >> 8);
                    bytes[3 + 4 * x] = (byte) row[x];
                    bytes[4 + 4 * x] = (byte) (row[x] >> 24);
                }
                deflater.setInput(bytes);
                while (!deflater.needsInput()) out.write(buffer, 0, deflater.deflate(buffer));
            }
            deflater.finish();
            while (!deflater.finished()) out.write(buffer, 0, deflater.deflate(buffer));
        }
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        file.writeBytes(name);
        file.writeBytes(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
