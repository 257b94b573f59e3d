package lectern.sfu.core;

/// How loud one publisher is, in RFC 6464's -dBov: 0 is the loudest, 127 silence. Read every 100 ms; says only changes.
final class AudioMeter {
    static final int SILENT = 127;
    // Steps of a speaking ring; what is smaller is the microphone's noise.
    private static final int STEP = 3;

    private int loudest = SILENT;
    private int told = SILENT;

    void onPacket(int level) {
        if (level < loudest)
            loudest = level;
    }

    /// The loudest packet since the last reading, or -1 when that is about what was said before.
    int read() {
        int level = loudest;
        loudest = SILENT;
        boolean news = Math.abs(level - told) >= STEP || level == SILENT && told != SILENT;
        if (!news)
            return -1;
        told = level;
        return level;
    }
}
