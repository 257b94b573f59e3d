package lectern.whiteboard;

/// A player as machines have them: it needs a while to get going, and doesn't quite keep time.
final class SimulatedPlayer {
    private final double lengthS;
    private final double startsAfterMs; // after each seek while it plays
    private final double keepsUp; // 1: all of the speed asked for
    private boolean moving;
    private double rate = 1, positionS;
    private double standsUntilMs, seeksUntilMs, atMs;
    int seeks;

    SimulatedPlayer(double lengthS, double startsAfterMs, double keepsUp) {
        this.lengthS = lengthS;
        this.startsAfterMs = startsAfterMs;
        this.keepsUp = keepsUp;
    }

    void runTo(double nowMs) {
        double fromMs = Math.max(atMs, standsUntilMs);
        if (moving && nowMs > fromMs)
            positionS = Math.min(lengthS, positionS + rate * keepsUp * (nowMs - fromMs) / 1_000);
        atMs = nowMs;
    }

    ClipSync.Player state() { return new ClipSync.Player(moving, atMs < seeksUntilMs, positionS, lengthS); }

    void obey(ClipSync.Order order) {
        rate = order.rate();
        if (order.seeks()) {
            seeks++;
            positionS = Math.min(lengthS, Math.rint(order.seekS() * 25) / 25); // to the frame
            seeksUntilMs = atMs + startsAfterMs / 2;
            standsUntilMs = atMs + startsAfterMs;
        } else if (order.play() && !moving) standsUntilMs = atMs + startsAfterMs / 4;
        moving = order.play();
    }

    double positionS() { return positionS; }
}
