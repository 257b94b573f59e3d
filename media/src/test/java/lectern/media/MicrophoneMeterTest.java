package lectern.media;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class MicrophoneMeterTest {
    @Test
    void theLoudestSampleCountsWhicheverItsSign() {
        assertEquals(0, MicrophoneMeter.peak(new byte[]{ 0, 0, 0, 0}));
        assertEquals(0x4000 / 32767.0, MicrophoneMeter.peak(new byte[]{ 1, 0, 0, 0x40}));
        assertEquals(1, MicrophoneMeter.peak(new byte[]{ 0, (byte) 0x80}));
    }
}
