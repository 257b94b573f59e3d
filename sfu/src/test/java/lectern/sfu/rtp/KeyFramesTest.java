package lectern.sfu.rtp;

import static lectern.sfu.rtp.Octets.AT;
import static lectern.sfu.rtp.Octets.memory;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyFramesTest {
    // X, S; I+L+T: picture id 15 bits 0x1234, TL0PICIDX 0x56, TID 1 with Y; then a key frame's first bytes
    private static final String VP8_KEY = "90 e0 9234 56 60 50 02 00 9d012a";
    private static final String VP8_DELTA = "90 e0 9235 57 00 51 02 00";
    private static final String H264_STAP = "78 0004 6742001f 0003 68ce06 0002 6588";
    private static final String AV1_KEY = "18 0a0b 000000";

    private static boolean key(Codec codec, String hex) {
        MemorySegment m = memory(hex);
        return KeyFrames.isKeyFrame(codec, m, AT, (int) m.byteSize() - AT);
    }

    @Test
    void vp8() {
        assertTrue(key(Codec.VP8, VP8_KEY));
        assertTrue(key(Codec.VP8, "10 50"), "without extensions");
        assertFalse(key(Codec.VP8, VP8_DELTA));
        assertFalse(key(Codec.VP8, "80 e0 9234 56 60 50"), "not the frame's start");
        assertFalse(key(Codec.VP8, "92 e0 9234 56 60 50"), "a later partition");
        assertFalse(key(Codec.VP8, "90 e0 9234 56 60"), "no bitstream");
    }

    @Test
    void vp9() {
        assertTrue(key(Codec.VP9, "88 1234"), "not inter-predicted, beginning");
        assertFalse(key(Codec.VP9, "c8 1234"), "inter-predicted");
        assertFalse(key(Codec.VP9, "80 1234"), "not the beginning");
    }

    @Test
    void aHigherSpatialLayerOfVp9IsNoStart() {
        assertTrue(key(Codec.VP9, "28 00 00"), "layer 0");
        assertFalse(key(Codec.VP9, "28 03 00"), "layer 1, predicted from layer 0");
        assertFalse(key(Codec.VP9, "b8 8001 04"), "after a picture id, layer 2");
        assertFalse(key(Codec.VP9, "a8"), "no layer byte");
    }

    @Test
    void h264() {
        assertTrue(key(Codec.H264, "65 88"), "IDR");
        assertTrue(key(Codec.H264, "67 42"), "SPS");
        assertTrue(key(Codec.H264, H264_STAP));
        assertTrue(key(Codec.H264, "7c 85 88"), "first fragment of an IDR");
        assertFalse(key(Codec.H264, "7c 05 88"), "middle fragment of an IDR");
        assertFalse(key(Codec.H264, "41 9a"));
        assertFalse(key(Codec.H264, "78 0002 419a 0002 419a"), "aggregated P slices");
        assertFalse(key(Codec.H264, "78 00ff 67"), "aggregate with a broken length");
    }

    @Test
    void av1() {
        assertTrue(key(Codec.AV1, AV1_KEY), "N bit");
        assertTrue(key(Codec.AV1, "10 0a 0b"), "one element, sequence header");
        assertTrue(key(Codec.AV1, "20 03 0a0b00 32"), "two elements, sequence header first");
        assertFalse(key(Codec.AV1, "10 32 00"), "a frame");
        assertFalse(key(Codec.AV1, "90 0a 0b"), "continuation");
    }

    @Test
    void everyPacketOfAVoiceCanBeStartedWith() {
        assertTrue(key(Codec.OPUS, "78"));
        assertFalse(key(Codec.RTX, "78"));
    }

    @Test
    void descriptorFieldsAreReadAndRewritten() {
        var descriptor = new Vp8Descriptor();
        MemorySegment m = memory(VP8_KEY);
        assertTrue(descriptor.parse(m, AT, 12));
        assertEquals(6, descriptor.length());
        assertEquals(0x1234, descriptor.pictureId());
        assertEquals(15, descriptor.pictureIdBits());
        assertEquals(0x56, descriptor.tl0PicIdx());
        assertEquals(1, descriptor.temporalLayer());
        assertTrue(descriptor.layerSync());
        assertTrue(descriptor.start());
        descriptor.rewrite(m, AT, 0x18001, 0x1ff);
        assertEquals("90e08001ff60", Octets.hex(m, AT, 6));
        assertTrue(descriptor.parse(m, AT, 12));
        assertEquals(1, descriptor.pictureId());
        assertEquals(0xff, descriptor.tl0PicIdx());
    }

    @Test
    void aShortPictureIdStaysShort() {
        var descriptor = new Vp8Descriptor();
        MemorySegment m = memory("90 80 12 50");
        assertTrue(descriptor.parse(m, AT, 4));
        assertEquals(7, descriptor.pictureIdBits());
        assertEquals(-1, descriptor.tl0PicIdx());
        assertEquals(-1, descriptor.temporalLayer());
        descriptor.rewrite(m, AT, 0x1ff, 9);
        assertEquals("90807f50", Octets.hex(m, AT, 4));
    }

    @Test
    void garbageNeverThrows() {
        long seed = 7_002;
        var random = new Random(seed);
        var samples = List.of(VP8_KEY, VP8_DELTA, H264_STAP, AV1_KEY, "20 03 0a0b00 32", "7c 85 88").stream()
                .map(Octets::bytes).toList();
        var descriptor = new Vp8Descriptor();
        int keys = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = Octets.mutate(samples.get(random.nextInt(samples.size())), random);
            MemorySegment m = memory(bytes);
            for (Codec codec : Codec.values())
                keys += KeyFrames.isKeyFrame(codec, m, AT, bytes.length) ? 1 : 0;
            if (descriptor.parse(m, AT, bytes.length)) {
                assertTrue(descriptor.length() <= bytes.length, "seed " + seed + " round " + round);
                descriptor.rewrite(m, AT, round, round);
            }
        }
        assertTrue(keys > 20_000, keys + " key frames");
    }
}
