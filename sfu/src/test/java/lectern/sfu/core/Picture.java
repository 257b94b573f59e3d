package lectern.sfu.core;

import static lectern.sfu.rtp.BigEndian.i32;
import static lectern.sfu.rtp.BigEndian.put16;
import static lectern.sfu.rtp.BigEndian.put32;
import static lectern.sfu.rtp.BigEndian.put8;
import static lectern.sfu.rtp.BigEndian.u16;
import static lectern.sfu.rtp.BigEndian.u8;

import java.lang.foreign.MemorySegment;

/// A packet of a made-up VP8 picture: real payload descriptor and, in a key frame's first packet, real frame header; then who made it and
/// which piece of which frame it is.
record Picture(int source, int layer, int frame, boolean key, int piece, int pieces, int pictureId, int tl0,
        int height) {
    private static final int DESCRIPTOR = 5;
    private static final int FRAME_HEADER = 10;
    private static final int LABEL = 12;

    /// Writes it as a payload of at least that many bytes; returns how many.
    int write(MemorySegment m, long at, int bytes) {
        put8(m, at, piece == 0 ? 0x90 : 0x80);
        put8(m, at + 1, 0xc0);
        put16(m, at + 2, 0x8000 | pictureId & 0x7fff);
        put8(m, at + 4, tl0);
        long p = at + DESCRIPTOR;
        put8(m, p, key ? 0x10 : 0x11);
        put16(m, p + 1, 0);
        put8(m, p + 3, 0x9d);
        put16(m, p + 4, 0x012a);
        put8(m, p + 6, height * 16 / 9);
        put8(m, p + 7, height * 16 / 9 >> 8);
        put8(m, p + 8, height);
        put8(m, p + 9, height >> 8);
        p += FRAME_HEADER;
        put32(m, p, source);
        put32(m, p + 4, frame);
        put8(m, p + 8, layer);
        put8(m, p + 9, key ? 1 : 0);
        put8(m, p + 10, piece);
        put8(m, p + 11, pieces);
        int length = Math.max(bytes, DESCRIPTOR + FRAME_HEADER + LABEL);
        for (int i = DESCRIPTOR + FRAME_HEADER + LABEL; i < length; i++)
            put8(m, at + i, filler(i));
        return length;
    }

    private int filler(int i) {
        return frame * 31 + piece * 7 + i;
    }

    static Picture read(MemorySegment m, long at, int length) {
        long p = at + DESCRIPTOR + FRAME_HEADER;
        var picture = new Picture(i32(m, p), u8(m, p + 8), i32(m, p + 4), u8(m, p + 9) == 1, u8(m, p + 10),
                u8(m, p + 11), u16(m, at + 2) & 0x7fff, u8(m, at + 4), 0);
        for (int i = DESCRIPTOR + FRAME_HEADER + LABEL; i < length; i++)
            if (u8(m, at + i) != (picture.filler(i) & 0xff))
                throw new AssertionError("byte " + i + " of " + picture + " was changed");
        return picture;
    }
}
