package lectern.ui.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import lectern.ui.picture.PictureSurface.Fit;
import org.junit.jupiter.api.Test;

class PictureSurfaceTest {
    private static final int RED = 0xffff0000, BLUE = 0xff0000ff, GREEN = 0xff00ff00;

    private final PictureSurface surface = new PictureSurface();

    @Test
    void onlyTheNewestPictureIsShown() {
        surface.picture(pixels(RED, RED), 2, 1, 1);
        surface.picture(pixels(BLUE, GREEN), 2, 1, 2);
        assertTrue(flip());
        assertEquals(BLUE, argb(0));
        assertEquals(GREEN, argb(1));
        assertFalse(flip(), "nothing new");
    }

    @Test
    void thePictureIsCopiedAndTheImageKept() {
        var buffer = pixels(RED, RED);
        surface.picture(buffer, 2, 1, 1);
        flip();
        var image = surface.imageProperty().get();
        buffer.putInt(0, BLUE);
        assertEquals(RED, argb(0));
        surface.picture(pixels(GREEN, GREEN), 2, 1, 2);
        flip();
        assertSame(image, surface.imageProperty().get());
    }

    @Test
    void anotherSizeIsAnotherImage() {
        surface.picture(pixels(RED, RED), 2, 1, 1);
        flip();
        surface.picture(pixels(RED, RED), 1, 2, 2);
        flip();
        var image = surface.imageProperty().get();
        assertNotNull(image);
        assertEquals(2, image.getHeight());
    }

    @Test
    void aMirrorTurnsRowsRound() {
        surface.mirror(true);
        surface.picture(pixels(RED, GREEN, BLUE, BLUE, GREEN, RED), 3, 2, 1);
        flip();
        assertEquals(BLUE, argb(0));
        assertEquals(GREEN, argb(1));
        assertEquals(RED, argb(2));
        var image = surface.imageProperty().get();
        assertNotNull(image);
        assertEquals(RED, image.getPixelReader().getArgb(0, 1));
    }

    @Test
    void whatCantBeAPictureIsIgnored() {
        surface.picture(pixels(RED), 2, 1, 1);
        surface.picture(pixels(RED), 0, 1, 1);
        surface.picture(pixels(RED), -1, -1, 1);
        surface.picture(pixels(RED), 1 << 20, 1 << 20, 1);
        assertFalse(flip());
        assertNull(surface.imageProperty().get());
    }

    @Test
    void afterClearTheOldPictureDoesntComeBack() {
        surface.picture(pixels(RED), 1, 1, 1);
        flip();
        surface.picture(pixels(BLUE), 1, 1, 2);
        surface.clear();
        flip();
        assertNull(surface.imageProperty().get());
    }

    @Test
    void aPlaceThatWasTakenOverCantGiveItAway() {
        Object tile = new Object(), stage = new Object();
        surface.shownBy(tile, 320, 180, Fit.COVER);
        surface.shownBy(stage, 1280, 720, Fit.CONTAIN);
        surface.leftBy(tile);
        assertEquals(1280, surface.wantedWidth());
        assertEquals(720, surface.wantedHeight());
        assertEquals(Fit.CONTAIN, surface.fit());
        surface.leftBy(stage);
        assertEquals(0, surface.wantedWidth());
        assertEquals(0, surface.wantedHeight());
    }

    @Test
    void picturesComeFromAnotherThread() throws InterruptedException {
        var decoder = new Thread(() -> {
            for (int i = 0; i < 20_000; i++)
                surface.picture(i % 2 == 0 ? pixels(RED, RED) : pixels(BLUE, BLUE), 2, 1, i);
        });
        decoder.start();
        while (decoder.isAlive()) {
            flip();
            if (surface.imageProperty().get() != null)
                assertEquals(argb(0), argb(1), "half of one picture, half of another");
        }
        decoder.join();
        flip();
        assertEquals(BLUE, argb(0));
    }

    private boolean flip() { return OnFx.get(surface::flip); }

    private int argb(int x) {
        var image = surface.imageProperty().get();
        assertNotNull(image);
        return image.getPixelReader().getArgb(x, 0);
    }

    private static ByteBuffer pixels(int... argb) {
        var buffer = ByteBuffer.allocateDirect(argb.length * 4).order(ByteOrder.LITTLE_ENDIAN); // B, G, R, A in memory
        for (int pixel : argb) buffer.putInt(pixel);
        return buffer.flip();
    }
}
