package lectern.media;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TestCardTest {
    @Test
    void everyFrameDiffers() {
        var card = new TestCard(new CameraChoice.TestCard("Ada", 320, 180, 15));
        assertNotEquals(draw(card, 0), draw(card, 1));
        assertNotEquals(draw(card, 14), draw(card, 15));
        assertEquals(draw(card, 7), draw(card, 7));
    }

    @Test
    void rowsFollowTheStride() {
        var card = new TestCard(new CameraChoice.TestCard("Ada", 64, 36, 15));
        var wide = ByteBuffer.allocate(80 * 36);
        card.draw(3, wide, 80);
        var tight = draw(card, 3);
        for (int y = 0; y < 36; y++)
            assertEquals(tight.slice(y * 64, 64), wide.slice(y * 80, 64));
    }

    @Test
    void labelsLookDifferent() {
        assertNotEquals(colour("Ada"), colour("Bob"));
        assertFalse(Glyphs.dot('1', 0, 0));
        assertTrue(Glyphs.dot('T', 0, 0));
        assertTrue(Glyphs.dot('字', 0, 0), "an unknown letter is a frame");
        assertFalse(Glyphs.dot('字', 3, 2));
    }

    @Test
    void sizesHaveLimits() {
        assertThrows(IllegalArgumentException.class, () -> new CameraChoice.TestCard("A", 63, 36, 15));
        assertThrows(IllegalArgumentException.class, () -> new CameraChoice.TestCard("A", 64, 36, 0));
        assertThrows(IllegalArgumentException.class, () -> new MicrophoneChoice.Tone(Double.NaN));
    }

    private static ByteBuffer draw(TestCard card, long frame) {
        var luma = ByteBuffer.allocate(card.width() * card.height());
        card.draw(frame, luma, card.width());
        return luma;
    }

    private static ByteBuffer colour(String label) {
        var u = ByteBuffer.allocate(2);
        var v = ByteBuffer.allocate(2);
        new TestCard(new CameraChoice.TestCard(label, 64, 36, 15)).colour(u, v);
        return ByteBuffer.allocate(4).put(u).put(v).flip();
    }
}
