package lectern.sfu.rtp;

import static lectern.sfu.rtp.BigEndian.u16;
import static lectern.sfu.rtp.BigEndian.u8;

import java.lang.foreign.MemorySegment;

/// Tells from a payload's first bytes whether a decoder can start with it. Each form is its RTP payload format's:
/// RFC 7741 (VP8), RFC 9628 (VP9), RFC 6184 (H264), the AOM's for AV1.
public final class KeyFrames {
    private static final int H264_IDR = 5;
    private static final int H264_SPS = 7;
    private static final int H264_STAP_A = 24;
    private static final int H264_FU_A = 28;
    private static final int AV1_SEQUENCE_HEADER = 1;

    private KeyFrames() {
    }

    /// True for the first packet of a key frame. Garbage is no key frame.
    public static boolean isKeyFrame(Codec codec, MemorySegment m, long at, int length) {
        if (length < 1 || !BigEndian.holds(m, at, length))
            return false;
        return switch (codec) {
            case VP8 -> vp8(m, at, length);
            case VP9 -> vp9(m, at, length);
            case H264 -> h264(m, at, length);
            case AV1 -> av1(m, at, length);
            case OPUS, RED -> true;
            case RTX, ULPFEC, FLEXFEC -> false;
        };
    }

    private static boolean vp8(MemorySegment m, long at, int length) {
        int first = u8(m, at);
        boolean frameStart = (first & 0x10) != 0 && (first & 0x07) == 0;
        int header = Vp8Descriptor.length(m, at, length);
        return frameStart && header > 0 && header < length && (u8(m, at + header) & 1) == 0;
    }

    /// Not predicted from another picture (P = 0) and the beginning of a frame (B = 1). A higher spatial layer of a key
    /// picture also has P = 0, but it is predicted from the layer below: only the layer that starts the picture counts.
    private static boolean vp9(MemorySegment m, long at, int length) {
        int first = u8(m, at);
        if ((first & 0x40) != 0 || (first & 0x08) == 0)
            return false;
        if ((first & 0x20) == 0)
            return true; // no layer indices: one layer
        int p = 1;
        if ((first & 0x80) != 0)
            p += p < length && (u8(m, at + p) & 0x80) != 0 ? 2 : 1;
        return p < length && (u8(m, at + p) >> 1 & 7) == 0;
    }

    private static boolean h264(MemorySegment m, long at, int length) {
        int type = u8(m, at) & 0x1f;
        if (type == H264_FU_A)
            return length > 1 && (u8(m, at + 1) & 0x80) != 0 && opensPicture(u8(m, at + 1) & 0x1f);
        if (type != H264_STAP_A)
            return opensPicture(type);
        for (int p = 1; p + 3 <= length;) {
            int size = u16(m, at + p);
            if (size == 0 || p + 2 + size > length)
                return false;
            if (opensPicture(u8(m, at + p + 2) & 0x1f))
                return true;
            p += 2 + size;
        }
        return false;
    }

    private static boolean opensPicture(int nalType) {
        return nalType == H264_IDR || nalType == H264_SPS;
    }

    /// The aggregation header's N bit opens a coded video sequence; encoders that leave it out still send a sequence
    /// header as the first whole element.
    private static boolean av1(MemorySegment m, long at, int length) {
        int aggregation = u8(m, at);
        boolean continues = (aggregation & 0x80) != 0;
        if ((aggregation & 0x08) != 0)
            return !continues;
        int p = 1;
        if ((aggregation & 0x30) >> 4 != 1) { // W = 1 says the only element has no length before it
            while (p < length && (u8(m, at + p) & 0x80) != 0)
                p++;
            p++;
        }
        return !continues && p < length && (u8(m, at + p) >> 3 & 0x0f) == AV1_SEQUENCE_HEADER;
    }
}
