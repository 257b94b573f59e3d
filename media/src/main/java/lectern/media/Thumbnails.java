package lectern.media;

import java.nio.ByteBuffer;

/// Takes small still pictures of what can be shared. Called on a thread that belongs to nobody else.
public interface Thumbnails {
    /// Pixels are the bytes blue, green, red, alpha, rows without gaps. The buffer is the listener's from now on.
    void thumbnail(ScreenSource source, ByteBuffer bgra, int width, int height);
}
