package lectern.media;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

class CursorImageTest {
    private static final int WHITE = 0xffffffff;

    @Test
    void clearDotsLeaveThePictureSolidOnesReplaceIt() {
        int[] picture = { 0x101010, 0x202020, 0x303030, 0x404040};
        image(0, 0, 2, 1, 0, WHITE).over(MemorySegment.ofArray(picture), 2, 2);
        assertArrayEquals(new int[]{ 0x101010, WHITE, 0x303030, 0x404040}, picture);
    }

    @Test
    void halfClearDotsMix() {
        int[] picture = { 0x0000c8};
        image(0, 0, 1, 1, 0x80400000).over(MemorySegment.ofArray(picture), 1, 1);
        assertArrayEquals(new int[]{ 0x80400000 + 0xc8 * 127 / 255}, picture);
    }

    @Test
    void whatHangsOverTheEdgeIsCutOff() {
        int[] picture = new int[4];
        image(-1, -1, 2, 2, 1 << 24, 2 << 24, 3 << 24, WHITE).over(MemorySegment.ofArray(picture), 2, 2);
        image(1, 1, 2, 2, WHITE, WHITE, WHITE, WHITE).over(MemorySegment.ofArray(picture), 2, 2);
        image(5, -9, 2, 2, WHITE, WHITE, WHITE, WHITE).over(MemorySegment.ofArray(picture), 2, 2);
        assertArrayEquals(new int[]{ WHITE, 0, 0, WHITE}, picture);
    }

    private static CursorImage image(int x, int y, int width, int height, int... pixels) {
        return new CursorImage(x, y, width, height, MemorySegment.ofArray(pixels));
    }
}
