package lectern.ui.model;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// A screen or a window that can be shared.
public record ScreenChoice(String id, String label, Kind kind, @Nullable Thumbnail thumbnail) {
    public enum Kind { SCREEN, WINDOW }

    /// A still picture, 4 bytes a pixel in the order B, G, R, A, rows without gaps; nobody writes to it any more.
    public record Thumbnail(ByteBuffer bgra, int width, int height) {
        public Thumbnail {
            if (width <= 0 || height <= 0 || bgra.remaining() < width * height * 4)
                throw new IllegalArgumentException("thumbnail: " + width + "x" + height + " in " + bgra.remaining());
        }
    }
}
