package lectern.whiteboard.tool;

/// How hard a pen is pressed, where the device doesn't say: a slow hand presses, a quick one glides. Speed is measured between
/// points that are kept, evened out, and the pressure follows in small steps, so that a stroke's width never jumps.
final class PenPressure {
    private static final double FIRST = 0.6;
    private static final double SLOW = 0.85;
    private static final double FAST = 0.3;
    private static final double FAST_PIXELS_PER_MS = 3;
    private static final double EVENNESS = 0.3;
    /// Less than 3 of 63: no step can be seen in a stroke of 8 pixels.
    private static final double MOST_PER_POINT = 0.04;

    private double pressure = FIRST;
    private double speed;
    private double distance;
    private long sinceMs;

    void begin(long timeMs) {
        pressure = FIRST;
        speed = FAST_PIXELS_PER_MS * (SLOW - FIRST) / (SLOW - FAST);
        distance = 0;
        sinceMs = timeMs;
    }

    /// Several points may come with one time (of one frame of the screen): their way is counted when time goes on.
    double next(double pixels, long timeMs) {
        distance += pixels;
        long passedMs = timeMs - sinceMs;
        if (passedMs > 0) {
            speed += EVENNESS * (Math.min(distance / passedMs, 2 * FAST_PIXELS_PER_MS) - speed);
            distance = 0;
            sinceMs = timeMs;
        }
        double wanted = Math.max(FAST, SLOW - (SLOW - FAST) * speed / FAST_PIXELS_PER_MS);
        pressure += Math.clamp(wanted - pressure, -MOST_PER_POINT, MOST_PER_POINT);
        return pressure;
    }

    double current() { return pressure; }
}
