package lectern.media;

import java.lang.foreign.MemorySegment;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

/// The pointer's picture, to be laid over a grabbed one: the server never draws it in. Pixels are ARGB words, already
/// multiplied by their alpha. `x`, `y`: its top left corner on the picture.
record CursorImage(int x, int y, int width, int height, MemorySegment pixels) {
    /// `picture`: 32-bit words of blue, green, red and one spare byte, `pictureWidth` in a row.
    void over(MemorySegment picture, int pictureWidth, int pictureHeight) {
        for (int row = Math.max(0, -y); row < Math.min(height, pictureHeight - y); row++) {
            for (int column = Math.max(0, -x); column < Math.min(width, pictureWidth - x); column++) {
                int pixel = pixels.get(JAVA_INT_UNALIGNED, 4L * (row * width + column));
                int alpha = pixel >>> 24;
                if (alpha == 0)
                    continue;
                long at = 4L * ((long) (y + row) * pictureWidth + x + column);
                picture.set(JAVA_INT_UNALIGNED, at, pixel + shade(picture.get(JAVA_INT_UNALIGNED, at), 255 - alpha));
            }
        }
    }

    private static int shade(int pixel, int part) {
        int red = (pixel >> 16 & 0xff) * part / 255;
        int green = (pixel >> 8 & 0xff) * part / 255;
        int blue = (pixel & 0xff) * part / 255;
        return red << 16 | green << 8 | blue;
    }
}
