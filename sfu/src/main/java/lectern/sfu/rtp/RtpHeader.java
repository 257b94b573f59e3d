package lectern.sfu.rtp;

import static lectern.sfu.rtp.BigEndian.put16;
import static lectern.sfu.rtp.BigEndian.put32;
import static lectern.sfu.rtp.BigEndian.put8;
import static lectern.sfu.rtp.BigEndian.u8;

import java.lang.foreign.MemorySegment;

/// Writes an RTP header with one-byte extensions (RFC 8285 §4.2): [#begin], any number of [#extension], [#finish].
public final class RtpHeader {
    /// Twelve bytes, the extension block's four, and 14 elements of at most 17 bytes, padded.
    public static final int MAX_BYTES = 12 + 4 + 240;

    private MemorySegment memory = MemorySegment.NULL;
    private long at;
    private long end;

    public void begin(MemorySegment memory, long at, int payloadType, boolean marker, int sequence, long timestamp,
            int ssrc) {
        this.memory = memory;
        this.at = at;
        this.end = at + RtpPacket.MIN_BYTES;
        put8(memory, at, 0x80);
        put8(memory, at + 1, (marker ? 0x80 : 0) | payloadType & 0x7f);
        put16(memory, at + 2, sequence);
        put32(memory, at + 4, timestamp);
        put32(memory, at + 8, ssrc);
    }

    /// Makes room for an element of 1 to 16 bytes with an id of 1 to 14; returns where its data goes.
    public long extension(int id, int length) {
        if (id < 1 || id > 14 || length < 1 || length > 16)
            throw new IllegalArgumentException("extension " + id + " of " + length + " bytes");
        if (end == at + RtpPacket.MIN_BYTES)
            end += 4;
        put8(memory, end, id << 4 | length - 1);
        long data = end + 1;
        end = data + length;
        return data;
    }

    /// Pads the extensions and returns the header's length in bytes.
    public int finish() {
        long block = at + RtpPacket.MIN_BYTES;
        if (end > block) {
            while ((end - block & 3) != 0)
                put8(memory, end++, 0);
            put8(memory, at, u8(memory, at) | 0x10);
            put16(memory, block, 0xBEDE);
            put16(memory, block + 2, (int) (end - block - 4) / 4);
        }
        return (int) (end - at);
    }
}
