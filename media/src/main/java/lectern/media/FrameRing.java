package lectern.media;

import dev.onvoid.webrtc.media.video.NativeI420Buffer;

/// Native pictures of one size, drawn into in turn. The encoder still reads the last ones pushed, so a picture comes round
/// again only after [#LENGTH] pushes: 0.17 s at 30 a second, longer than any encoder that keeps up needs.
final class FrameRing implements AutoCloseable {
    static final int LENGTH = 5;

    private final NativeI420Buffer[] frames = new NativeI420Buffer[LENGTH];
    private int next;

    FrameRing(int width, int height) {
        for (int i = 0; i < LENGTH; i++)
            frames[i] = NativeI420Buffer.allocate(width, height);
    }

    NativeI420Buffer[] all() {
        return frames;
    }

    NativeI420Buffer next() {
        next = (next + 1) % LENGTH;
        return frames[next];
    }

    boolean fits(int width, int height) {
        return frames[0].getWidth() == width && frames[0].getHeight() == height;
    }

    /// Pictures that are still being encoded live on until that is done: they are reference-counted.
    @Override
    public void close() {
        for (var frame : frames)
            frame.release();
    }
}
