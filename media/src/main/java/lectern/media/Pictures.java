package lectern.media;

import java.nio.ByteBuffer;

/// Takes pictures in the size it wants. Called on the thread the frame arrives on, one call at a time.
public interface Pictures {
    /// Pixels across that the picture is shown at; 0 or less: don't trouble with it now.
    int wantedWidth();

    /// Pixels down that the picture is shown at; 0 or less: don't trouble with it now.
    int wantedHeight();

    /// One picture, upright, scaled to fit the wanted box in its own proportions, never enlarged. Each pixel is the bytes
    /// blue, green, red, alpha (255), rows are `width * 4` bytes. The buffer is direct and valid during the call alone.
    void picture(ByteBuffer bgra, int width, int height, long timestampNs);
}
