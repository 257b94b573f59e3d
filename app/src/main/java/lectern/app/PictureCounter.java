package lectern.app;

import java.nio.ByteBuffer;
import lectern.media.Pictures;

/// Passes the pictures of one track on and notes what a report says of them: how many, when the first, how many a second,
/// and, by a coarse look twice a second, whether they have moved of late. Pictures come on one thread; anybody may ask.
final class PictureCounter implements Pictures {
    private static final int RECENT = 128; // two seconds at 60 a second, and some
    private static final long RATE_WINDOW_NS = 2_000_000_000L;
    private static final long LOOK_EVERY_NS = 500_000_000L;
    private static final long STANDS_AFTER_NS = 2_200_000_000L; // what moves may be between the points for a look or two
    private static final int COLUMNS = 16, ROWS = 9;
    private static final int MOVED = 24; // one point brighter or darker by this, of 255: no noise of codecs
    private static final int CONTRAST = 12; // less from darkest to brightest is a blank picture

    /// @param firstNs by System.nanoTime; 0 before the first
    record Seen(long frames, long firstNs, double framesPerSecond, boolean moving, boolean blank) {}

    private volatile Pictures next;
    private final long[] arrivedNs = new long[RECENT];
    private final int[] look = new int[COLUMNS * ROWS];
    private long frames;
    private long firstNs;
    private long lookedNs;
    private long movedNs;
    private boolean moved;
    private boolean blank = true;

    PictureCounter(Pictures next) { this.next = next; }

    /// The same track is shown in another place from now on.
    PictureCounter passingTo(Pictures other) {
        next = other;
        return this;
    }

    @Override
    public int wantedWidth() { return next.wantedWidth(); }

    @Override
    public int wantedHeight() { return next.wantedHeight(); }

    @Override
    public void picture(ByteBuffer bgra, int width, int height, long timestampNs) {
        next.picture(bgra, width, height, timestampNs);
        note(bgra, width, height, System.nanoTime());
    }

    synchronized void note(ByteBuffer bgra, int width, int height, long nowNs) {
        if (frames == 0) firstNs = nowNs;
        arrivedNs[(int) (frames++ % RECENT)] = nowNs;
        if (frames == 1 || nowNs - lookedNs >= LOOK_EVERY_NS) {
            lookAt(bgra, width, height, nowNs);
            lookedNs = nowNs;
        }
    }

    synchronized Seen seen(long nowNs) {
        int recent = 0;
        for (int back = 1; back <= Math.min(frames, RECENT); back++)
            if (nowNs - arrivedNs[(int) ((frames - back) % RECENT)] <= RATE_WINDOW_NS) recent++;
        double windowNs = Math.min(RATE_WINDOW_NS, Math.max(1, nowNs - firstNs));
        return new Seen(frames, firstNs, frames == 0 ? 0 : recent * 1e9 / windowNs,
                moved && nowNs - movedNs <= STANDS_AFTER_NS, blank);
    }

    private void lookAt(ByteBuffer bgra, int width, int height, long nowNs) {
        int darkest = 255, brightest = 0, difference = 0;
        for (int row = 0; row < ROWS; row++) for (int column = 0; column < COLUMNS; column++) {
            int x = (2 * column + 1) * width / (2 * COLUMNS), y = (2 * row + 1) * height / (2 * ROWS);
            int at = bgra.position() + (y * width + x) * 4;
            int brightness = ((bgra.get(at) & 255) + 2 * (bgra.get(at + 1) & 255) + (bgra.get(at + 2) & 255)) / 4;
            darkest = Math.min(darkest, brightness);
            brightest = Math.max(brightest, brightness);
            int cell = row * COLUMNS + column;
            difference = Math.max(difference, Math.abs(look[cell] - brightness));
            look[cell] = brightness;
        }
        if (frames > 1 && difference >= MOVED) {
            moved = true;
            movedNs = nowNs;
        }
        blank = brightest - darkest < CONTRAST;
    }
}
