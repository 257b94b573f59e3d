package lectern.sfu.rtp;

import static lectern.sfu.rtp.BigEndian.put16;
import static lectern.sfu.rtp.BigEndian.put8;
import static lectern.sfu.rtp.BigEndian.u16;
import static lectern.sfu.rtp.BigEndian.u8;

import java.lang.foreign.MemorySegment;

/// The VP8 payload descriptor (RFC 7741 §4.2): a reused view, and the two rewrites that a switch between layers needs. A field
/// that the packet doesn't have reads as -1.
public final class Vp8Descriptor {
    private int length;
    private boolean start;
    private boolean nonReference;
    private boolean layerSync;
    private int pictureIdAt;
    private int pictureIdBits;
    private int pictureId;
    private int tl0At;
    private int tl0PicIdx;
    private int temporalLayer;

    /// False when the payload is too short for what its first bytes promise.
    public boolean parse(MemorySegment m, long at, int payloadLength) {
        length = length(m, at, payloadLength);
        if (length < 0)
            return false;
        int first = u8(m, at);
        start = (first & 0x10) != 0 && (first & 0x07) == 0;
        nonReference = (first & 0x20) != 0;
        layerSync = false;
        pictureIdBits = 0;
        pictureId = tl0PicIdx = temporalLayer = -1;
        if ((first & 0x80) == 0)
            return true;
        int flags = u8(m, at + 1);
        int p = 2;
        if ((flags & 0x80) != 0) {
            pictureIdAt = p;
            pictureIdBits = (u8(m, at + p) & 0x80) != 0 ? 15 : 7;
            pictureId = pictureIdBits == 15 ? u16(m, at + p) & 0x7fff : u8(m, at + p);
            p += pictureIdBits == 15 ? 2 : 1;
        }
        if ((flags & 0x40) != 0) {
            tl0At = p;
            tl0PicIdx = u8(m, at + p++);
        }
        if ((flags & 0x30) != 0) {
            int layer = u8(m, at + p);
            if ((flags & 0x20) != 0) {
                temporalLayer = layer >> 6;
                layerSync = (layer & 0x20) != 0;
            }
        }
        return true;
    }

    /// Bytes before the VP8 bitstream, -1 when they aren't all there.
    static int length(MemorySegment m, long at, int payloadLength) {
        if (payloadLength < 1 || !BigEndian.holds(m, at, payloadLength))
            return -1;
        if ((u8(m, at) & 0x80) == 0)
            return 1;
        if (payloadLength < 2)
            return -1;
        int flags = u8(m, at + 1);
        int n = 2;
        if ((flags & 0x80) != 0) {
            if (n >= payloadLength)
                return -1;
            n += (u8(m, at + n) & 0x80) != 0 ? 2 : 1;
        }
        if ((flags & 0x40) != 0)
            n++;
        if ((flags & 0x30) != 0)
            n++;
        return n <= payloadLength ? n : -1;
    }

    public int length() {
        return length;
    }

    /// Whether this packet begins a frame (S bit, partition 0).
    public boolean start() {
        return start;
    }

    public boolean nonReference() {
        return nonReference;
    }

    public int pictureId() {
        return pictureId;
    }

    /// 7 or 15; 0 without a picture id.
    public int pictureIdBits() {
        return pictureIdBits;
    }

    public int tl0PicIdx() {
        return tl0PicIdx;
    }

    public int temporalLayer() {
        return temporalLayer;
    }

    /// Whether a receiver may go up to this temporal layer here.
    public boolean layerSync() {
        return layerSync;
    }

    /// Writes both numbers into a copy of the parsed payload that starts at `at`, keeping the width of each; a field
    /// that the packet lacks stays lacking.
    public void rewrite(MemorySegment m, long at, int newPictureId, int newTl0PicIdx) {
        if (pictureIdBits == 15)
            put16(m, at + pictureIdAt, 0x8000 | newPictureId & 0x7fff);
        else
            if (pictureIdBits == 7)
                put8(m, at + pictureIdAt, newPictureId & 0x7f);
        if (tl0PicIdx >= 0)
            put8(m, at + tl0At, newTl0PicIdx);
    }
}
