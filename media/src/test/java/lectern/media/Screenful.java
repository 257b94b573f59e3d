package lectern.media;

import java.nio.ByteBuffer;

/// A viewer that keeps the last picture.
final class Screenful implements Pictures {
    private final int wantedWidth;
    private final int wantedHeight;
    private byte[] last = {};
    private int width;
    private int height;
    private int count;

    Screenful(int wantedWidth, int wantedHeight) {
        this.wantedWidth = wantedWidth;
        this.wantedHeight = wantedHeight;
    }

    @Override
    public int wantedWidth() {
        return wantedWidth;
    }

    @Override
    public int wantedHeight() {
        return wantedHeight;
    }

    @Override
    public synchronized void picture(ByteBuffer bgra, int width, int height, long timestampNs) {
        last = new byte[width * height * 4];
        bgra.get(0, last);
        this.width = width;
        this.height = height;
        count++;
    }

    synchronized int count() {
        return count;
    }

    synchronized byte[] bytes() {
        return last;
    }

    synchronized String size() {
        return width + "x" + height;
    }

    /// 0xRRGGBB at a point given as parts of the whole.
    synchronized int colour(double x, double y) {
        int at = ((int) (y * height) * width + (int) (x * width)) * 4;
        return (last[at + 2] & 0xff) << 16 | (last[at + 1] & 0xff) << 8 | last[at] & 0xff;
    }

    synchronized boolean isBlack() {
        for (int i = 0; i < last.length; i += 4)
            if ((last[i] & 0xff) > 24 || (last[i + 1] & 0xff) > 24 || (last[i + 2] & 0xff) > 24)
                return false;
        return count > 0;
    }
}
