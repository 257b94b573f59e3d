package lectern.sfu.core;

import static lectern.sfu.rtp.BigEndian.put16;
import static lectern.sfu.rtp.BigEndian.put32;
import static lectern.sfu.rtp.BigEndian.put8;
import static lectern.sfu.rtp.BigEndian.u16;
import static lectern.sfu.rtp.BigEndian.u8;

import java.lang.foreign.MemorySegment;
import lectern.sfu.rtp.RtpPacket;

/// Retransmitted packets (RFC 4588 §4): the payload begins with the original's sequence number, the rest is the original's.
final class Rtx {
    static final int BYTES = 2;

    private Rtx() {}

    /// Makes the original packet of the layer again, in place. False for the empty ones that probe for bandwidth.
    static boolean restore(RtpPacket rtp, Layer layer) {
        int payloadType = layer.track.repairs(rtp.payloadType());
        if (rtp.payloadLength() < BYTES || payloadType < 0)
            return false;
        MemorySegment m = rtp.memory();
        long at = rtp.at();
        long payload = rtp.payloadAt();
        int length = rtp.length();
        int sequence = u16(m, payload);
        put8(m, at + 1, u8(m, at + 1) & 0x80 | payloadType);
        put16(m, at + 2, sequence);
        put32(m, at + 8, layer.ssrc());
        MemorySegment.copy(m, payload + BYTES, m, payload, at + length - payload - BYTES);
        return rtp.parse(m, at, length - BYTES);
    }
}
