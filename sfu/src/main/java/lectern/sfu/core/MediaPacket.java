package lectern.sfu.core;

import static lectern.sfu.rtp.BigEndian.put16;
import static lectern.sfu.rtp.BigEndian.put8;
import static lectern.sfu.rtp.BigEndian.u16;
import static lectern.sfu.rtp.BigEndian.u8;

import java.lang.foreign.MemorySegment;
import lectern.sfu.rtp.Codec;
import lectern.sfu.rtp.KeyFrames;
import lectern.sfu.rtp.RtpPacket;
import lectern.sfu.rtp.Vp8Descriptor;

/// One arrived media packet with what its payload says: read once, then looked at by every line that carries it. A reused view.
///
/// A switch between sources must keep the picture numbers of VP8 and VP9 going (RFC 7741 §4.2, RFC 9628 §4.2): a jump back looks
/// like frames from the past to a decoder. Numbers that the packet lacks read as -1.
final class MediaPacket {
    final RtpPacket rtp = new RtpPacket();
    private final Vp8Descriptor vp8 = new Vp8Descriptor();
    private Codec codec = Codec.OPUS;
    private long number;
    private boolean keyFrame;
    private int pictureId;
    private int pictureIdBits;
    private int tl0;
    private int vp9Tl0At;

    /// Reads the payload of what [#rtp] has parsed. `number` is the sequence number unwrapped by the stream it belongs to.
    void read(Codec payloadCodec, long unwrapped) {
        codec = payloadCodec;
        number = unwrapped;
        pictureId = tl0 = -1;
        pictureIdBits = 0;
        MemorySegment m = rtp.memory();
        keyFrame = codec.video() && KeyFrames.isKeyFrame(codec, m, rtp.payloadAt(), rtp.payloadLength());
        if (codec == Codec.VP8 && vp8.parse(m, rtp.payloadAt(), rtp.payloadLength())) {
            pictureId = vp8.pictureId();
            pictureIdBits = vp8.pictureIdBits();
            tl0 = vp8.tl0PicIdx();
        } else if (codec == Codec.VP9) {
            readVp9(m, rtp.payloadAt(), rtp.payloadLength());
        }
    }

    /// RFC 9628 §4.2: flags I P L F B E V Z, then picture id, layer indices, and TL0PICIDX unless in flexible mode.
    private void readVp9(MemorySegment m, long at, int length) {
        if (length < 5)
            return;
        int flags = u8(m, at);
        int p = 1;
        if ((flags & 0x80) != 0) {
            pictureIdBits = (u8(m, at + 1) & 0x80) != 0 ? 15 : 7;
            pictureId = pictureIdBits == 15 ? u16(m, at + 1) & 0x7fff : u8(m, at + 1);
            p += pictureIdBits == 15 ? 2 : 1;
        }
        if ((flags & 0x30) == 0x20) {
            vp9Tl0At = p + 1;
            tl0 = u8(m, at + vp9Tl0At);
        }
    }

    /// Puts new numbers into a copy of the payload.
    void renumber(MemorySegment m, long payloadAt, int newPictureId, int newTl0) {
        if (codec == Codec.VP8) {
            vp8.rewrite(m, payloadAt, newPictureId, newTl0);
            return;
        }
        if (pictureIdBits == 15)
            put16(m, payloadAt + 1, 0x8000 | newPictureId & 0x7fff);
        else
            if (pictureIdBits == 7)
                put8(m, payloadAt + 1, newPictureId & 0x7f);
        if (tl0 >= 0)
            put8(m, payloadAt + vp9Tl0At, newTl0);
    }

    /// The picture's height as a VP8 key frame tells it (RFC 6386 §9.1), else 0.
    int height() {
        if (!keyFrame || codec != Codec.VP8 || rtp.payloadLength() < vp8.length() + 10)
            return 0;
        MemorySegment m = rtp.memory();
        long frame = rtp.payloadAt() + vp8.length();
        boolean startCode = u8(m, frame + 3) == 0x9d && u16(m, frame + 4) == 0x012a;
        return startCode ? u8(m, frame + 8) | (u8(m, frame + 9) & 0x3f) << 8 : 0;
    }

    Codec codec() {
        return codec;
    }

    long number() {
        return number;
    }

    /// Whether a decoder can start here: the first packet of a key frame.
    boolean keyFrame() {
        return keyFrame;
    }

    int pictureId() {
        return pictureId;
    }

    int tl0() {
        return tl0;
    }

    boolean numbered() {
        return pictureId >= 0 || tl0 >= 0;
    }
}
