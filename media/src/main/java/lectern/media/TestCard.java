package lectern.media;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// A moving picture that needs no camera: a gradient in the label's colour with its initial, a disc on its round, a sweep
/// and a counter of seconds and frames. Drawn in I420: luma every time, colour once.
final class TestCard {
    private static final int LIGHT = 230;
    private static final int DARK = 24;

    private final int width;
    private final int height;
    private final int framesPerSecond;
    private final byte[] background;
    private final byte[] luma;
    private final byte blue;
    private final byte red;

    TestCard(CameraChoice.TestCard choice) {
        width = choice.width();
        height = choice.height();
        framesPerSecond = choice.framesPerSecond();
        double hue = (choice.label().hashCode() * 0x9E3779B97F4A7C15L >>> 11) * 0x1p-53 * 2 * Math.PI; // spread by the golden ratio
        blue = (byte) (128 + 56 * Math.cos(hue));
        red = (byte) (128 + 56 * Math.sin(hue));
        background = new byte[width * height];
        luma = new byte[width * height];
        for (int y = 0; y < height; y++)
            Arrays.fill(background, y * width, (y + 1) * width, (byte) (70 + 90 * y / height));
        char initial = choice.label().isBlank() ? '?' : choice.label().strip().charAt(0);
        int dot = height / 16;
        write(background, String.valueOf(initial), (width - Glyphs.COLUMNS * dot) / 2, (height - Glyphs.ROWS * dot) / 2,
                dot, LIGHT);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /// The colour planes are the same in every frame: once per buffer is enough.
    void colour(ByteBuffer u, ByteBuffer v) {
        for (int i = 0; i < u.capacity(); i++)
            u.put(i, blue);
        for (int i = 0; i < v.capacity(); i++)
            v.put(i, red);
    }

    void draw(long frame, ByteBuffer y, int stride) {
        System.arraycopy(background, 0, luma, 0, luma.length);
        double seconds = (double) frame / framesPerSecond;
        int sweep = (int) (seconds * width / 4 % width);
        for (int row = 0; row < height; row++)
            Arrays.fill(luma, row * width + sweep, row * width + Math.min(width, sweep + width / 40 + 1), (byte) 190);
        disc((int) (width * (0.5 + 0.38 * Math.cos(seconds * 1.7))),
                (int) (height * (0.5 + 0.34 * Math.sin(seconds * 2.3))),
                height / 9);
        int dot = Math.max(1, height / 90);
        var counter = "%02d:%02d:%02d".formatted((long) seconds / 60 % 60, (long) seconds % 60,
                frame % framesPerSecond);
        write(luma, counter, dot * 3, height - dot * (Glyphs.ROWS + 3), dot, DARK);
        for (int row = 0; row < height; row++)
            y.put(row * stride, luma, row * width, width);
    }

    private void disc(int centreX, int centreY, int radius) {
        for (int dy = -radius; dy <= radius; dy++) {
            int row = centreY + dy;
            if (row < 0 || row >= height)
                continue;
            int half = (int) Math.sqrt((double) radius * radius - (double) dy * dy);
            int from = Math.clamp(centreX - half, 0, width);
            int to = Math.clamp(centreX + half, from, width);
            Arrays.fill(luma, row * width + from, row * width + to, (byte) LIGHT);
        }
    }

    private void write(byte[] plane, String text, int left, int top, int dot, int shade) {
        for (int i = 0; i < text.length(); i++)
            letter(plane, text.charAt(i), left + i * (Glyphs.COLUMNS + 1) * dot, top, dot, shade);
    }

    private void letter(byte[] plane, char letter, int left, int top, int dot, int shade) {
        for (int y = Math.max(0, top); y < Math.min(height, top + Glyphs.ROWS * dot); y++) {
            for (int x = Math.max(0, left); x < Math.min(width, left + Glyphs.COLUMNS * dot); x++) {
                if (Glyphs.dot(letter, (y - top) / dot, (x - left) / dot))
                    plane[y * width + x] = (byte) shade;
            }
        }
    }
}
