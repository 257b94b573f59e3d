package lectern.media;

import java.util.List;

/// Which of the three layers a camera of some size fills, how far each is scaled down and what it may spend.
/// Layers stand from small to large, as libwebrtc wants them; those too many for the size are off, at the end.
final class Layers {
    static final int COUNT = 3;

    private static final Layer OFF = new Layer(false, 1, 100_000);

    private Layers() {}

    record Layer(boolean active, double scaleDownBy, int maxBitrateBps) {}

    static List<Layer> of(int width, int height) {
        long pixels = (long) width * height;
        if (pixels >= 960 * 540)
            return List.of(on(pixels, 4), on(pixels, 2), on(pixels, 1));
        if (pixels >= 480 * 270)
            return List.of(on(pixels, 2), on(pixels, 1), OFF);
        return List.of(on(pixels, 1), OFF, OFF);
    }

    private static Layer on(long pixels, int scaleDownBy) {
        return new Layer(true, scaleDownBy, bitrateBps(pixels / scaleDownBy / scaleDownBy));
    }

    /// 120 kbps at 320x180, 500 at 640x360, 1500 at 1280x720 and more: what VP8 needs for a face at 30 pictures a second.
    static int bitrateBps(long pixels) {
        if (pixels <= 320 * 240)
            return 120_000;
        if (pixels <= 640 * 480)
            return 500_000;
        return 1_500_000;
    }
}
