package lectern.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import lectern.media.Pictures;
import org.junit.jupiter.api.Test;

class PictureCounterTest {
    private static final long MS = 1_000_000;
    private static final int WIDTH = 32, HEIGHT = 18;

    private final PictureCounter counter = new PictureCounter(new Pictures() {
        @Override
        public int wantedWidth() { return WIDTH; }

        @Override
        public int wantedHeight() { return HEIGHT; }

        @Override
        public void picture(ByteBuffer bgra, int width, int height, long timestampNs) {}
    });

    @Test
    void theRateIsThatOfTheLastTwoSeconds() {
        for (int n = 0; n < 100; n++) counter.note(bars(n), WIDTH, HEIGHT, (1 + n) * 100 * MS);
        var seen = counter.seen(100 * 100 * MS);
        assertEquals(100, seen.frames());
        assertEquals(100 * MS, seen.firstNs());
        assertEquals(10, seen.framesPerSecond(), 1);
        assertEquals(0, counter.seen(200 * 100 * MS).framesPerSecond(), "long after the last");
    }

    @Test
    void aPictureThatMovesIsToldFromOneThatStandsAndFromABlankOne() {
        for (int n = 0; n < 40; n++) counter.note(bars(n), WIDTH, HEIGHT, (1 + n) * 100 * MS);
        assertTrue(counter.seen(41 * 100 * MS).moving());
        assertFalse(counter.seen(41 * 100 * MS).blank());
        for (int n = 40; n < 70; n++) counter.note(bars(7), WIDTH, HEIGHT, (1 + n) * 100 * MS);
        assertFalse(counter.seen(71 * 100 * MS).moving());
        for (int n = 70; n < 90; n++)
            counter.note(ByteBuffer.allocate(WIDTH * HEIGHT * 4), WIDTH, HEIGHT,
                    (1 + n) * 100 * MS);
        assertTrue(counter.seen(91 * 100 * MS).blank());
    }

    private static ByteBuffer bars(int shift) {
        var pixels = ByteBuffer.allocate(WIDTH * HEIGHT * 4);
        for (int y = 0; y < HEIGHT; y++)
            for (int x = 0; x < WIDTH; x++)
                pixels.putInt((x + shift) % 16 < 8 ? 0xFFFFFFFF : 0x000000FF);
        return pixels.flip();
    }
}
