package lectern.whiteboard.tool;

/// Tells a second click soon after and near to the first.
final class Clicks {
    private static final long APART_MS = 400;
    private static final double NEAR_PIXELS = 6;
    private double x;
    private double y;
    private long timeMs;
    private boolean first;

    /// Whether this is the second of two. A third is a first again.
    boolean isSecond(PointerInput click, double zoom) {
        boolean second = first && click.timeMs() - timeMs <= APART_MS
                && click.distanceTo(x, y) * zoom <= NEAR_PIXELS;
        first = !second;
        x = click.x();
        y = click.y();
        timeMs = click.timeMs();
        return second;
    }

    void forget() { first = false; }
}
