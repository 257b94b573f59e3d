package lectern.media;

import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import dev.onvoid.webrtc.media.audio.AudioLayer;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import java.nio.IntBuffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PictureScalerTest {
    @BeforeAll
    static void loadTheLibrary() {
        new AudioDeviceModule(AudioLayer.kDummyAudio).dispose();
    }

    @Test
    void turnsClockwise() {
        var picture = IntBuffer.wrap(new int[]{ 1, 2, 3, 4, 5, 6}); // 3 x 2
        assertEquals(IntBuffer.wrap(new int[]{ 4, 1, 5, 2, 6, 3}), turned(picture, 90));
        assertEquals(IntBuffer.wrap(new int[]{ 6, 5, 4, 3, 2, 1}), turned(picture, 180));
        assertEquals(IntBuffer.wrap(new int[]{ 3, 6, 2, 5, 1, 4}), turned(picture, 270));
    }

    private static IntBuffer turned(IntBuffer picture, int rotation) {
        var turned = IntBuffer.allocate(6);
        PictureScaler.turn(picture, turned, 3, 2, rotation);
        return turned;
    }

    @Test
    void aPhonesPictureStandsUpright() throws Exception {
        var frame = NativeI420Buffer.allocate(64, 32);
        for (int row = 0; row < 32; row++)
            for (int column = 0; column < 64; column++)
                frame.getDataY().put(row * frame.getStrideY() + column, (byte) (column < 32 ? 235 : 16));
        fill(frame);
        var seen = new Screenful(200, 32);
        new PictureScaler(seen).show(frame, 90, 0);
        assertEquals("16x32", seen.size());
        assertEquals(0xffffff, seen.colour(0.5, 0.2), "what was left is on top");
        assertEquals(0x000000, seen.colour(0.5, 0.8));
        frame.release();
    }

    @Test
    void nobodyLookingCostsNothing() throws Exception {
        var frame = NativeI420Buffer.allocate(64, 32);
        var seen = new Screenful(0, 100);
        new PictureScaler(seen).show(frame, 0, 0);
        assertEquals(0, seen.count());
        frame.release();
    }

    private static void fill(NativeI420Buffer frame) {
        for (int i = 0; i < frame.getDataU().capacity(); i++) {
            frame.getDataU().put(i, (byte) 128);
            frame.getDataV().put(i, (byte) 128);
        }
    }
}
