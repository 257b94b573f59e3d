package lectern.sfu.rtp;

import static lectern.sfu.rtp.BigEndian.i32;
import static lectern.sfu.rtp.BigEndian.i64;
import static lectern.sfu.rtp.BigEndian.u16;
import static lectern.sfu.rtp.BigEndian.u24;
import static lectern.sfu.rtp.BigEndian.u32;
import static lectern.sfu.rtp.BigEndian.u8;

import java.lang.foreign.MemorySegment;

/// Reads a compound RTCP packet (RFC 3550 §6, RFC 4585, RFC 5104, REMB, transport-cc) and calls a [Sink] for what it
/// finds. Nothing is allocated.
public final class Rtcp {
    public static final int SENDER_REPORT = 200;
    public static final int RECEIVER_REPORT = 201;
    public static final int SOURCE_DESCRIPTION = 202;
    public static final int BYE = 203;
    public static final int TRANSPORT_FEEDBACK = 205;
    public static final int PAYLOAD_FEEDBACK = 206;
    static final int NACK = 1;
    static final int TRANSPORT_CC = 15;
    static final int PLI = 1;
    static final int FIR = 4;
    static final int APPLICATION = 15;
    static final int REMB = 0x52454d42; // "REMB"
    private static final int REPORT_BLOCK_BYTES = 24;

    private Rtcp() {
    }

    /// What a compound packet can say. Every method does nothing unless overridden.
    public interface Sink {
        default void senderReport(int ssrc, long ntpTime, long rtpTimestamp, long packets, long bytes) {
        }

        /// One report block. `fractionLost` is in 1/256; `lastSr` and `delaySinceLastSr` are in 1/65,536 s.
        default void report(int reporter, int ssrc, int fractionLost, int packetsLost, long highestSequence,
                long jitter, long lastSr, long delaySinceLastSr) {
        }

        /// Called once for each missing sequence number.
        default void nack(int mediaSsrc, int sequence) {
        }

        default void pli(int mediaSsrc) {
        }

        default void fir(int mediaSsrc, int command) {
        }

        /// The receiver's estimate for everything it gets from us.
        default void remb(long bitrateBps) {
        }

        /// A transport-cc message whole, header included, to be read by [TransportFeedback#read].
        default void transportFeedback(MemorySegment m, long at, int length) {
        }

        default void bye(int ssrc) {
        }
    }

    /// False when the lengths of the compound's parts don't add up; the sink then hears nothing.
    public static boolean read(MemorySegment m, long at, int length, Sink sink) {
        if (!framed(m, at, length))
            return false;
        for (long p = at; p < at + length;) {
            int bytes = 4 * u16(m, p + 2) + 4;
            int padding = (u8(m, p) & 0x20) != 0 ? u8(m, p + bytes - 1) : 0;
            readOne(m, p, bytes - padding, sink);
            p += bytes;
        }
        return true;
    }

    private static boolean framed(MemorySegment m, long at, int length) {
        if (length < 4 || (length & 3) != 0 || !BigEndian.holds(m, at, length))
            return false;
        for (int p = 0; p < length;) {
            int bytes = 4 * u16(m, at + p + 2) + 4;
            if (u8(m, at + p) >> 6 != 2 || bytes > length - p)
                return false;
            if ((u8(m, at + p) & 0x20) != 0 && u8(m, at + p + bytes - 1) > bytes - 4)
                return false;
            p += bytes;
        }
        return true;
    }

    private static void readOne(MemorySegment m, long at, int bytes, Sink sink) {
        int count = u8(m, at) & 0x1f;
        switch (u8(m, at + 1)) {
            case SENDER_REPORT -> {
                if (bytes < 28)
                    return;
                int ssrc = i32(m, at + 4);
                sink.senderReport(ssrc, i64(m, at + 8), u32(m, at + 16), u32(m, at + 20), u32(m, at + 24));
                readReports(m, at + 28, bytes - 28, count, ssrc, sink);
            }
            case RECEIVER_REPORT -> {
                if (bytes >= 8)
                    readReports(m, at + 8, bytes - 8, count, i32(m, at + 4), sink);
            }
            case BYE -> {
                for (int i = 0; i < count && 8 + 4 * i <= bytes; i++)
                    sink.bye(i32(m, at + 4 + 4 * i));
            }
            case TRANSPORT_FEEDBACK -> {
                if (bytes >= 16 && count == NACK)
                    readNacks(m, at, bytes, sink);
                else
                    if (bytes >= 20 && count == TRANSPORT_CC)
                        sink.transportFeedback(m, at, bytes);
            }
            case PAYLOAD_FEEDBACK -> readPayloadFeedback(m, at, bytes, count, sink);
            default -> {
                // SDES, APP, XR and what may come: nothing in them is needed to forward.
            }
        }
    }

    private static void readReports(MemorySegment m, long at, int bytes, int count, int reporter, Sink sink) {
        for (int i = 0; i < count && (i + 1) * REPORT_BLOCK_BYTES <= bytes; i++) {
            long p = at + i * (long) REPORT_BLOCK_BYTES;
            int lost = u24(m, p + 5) << 8 >> 8; // signed: duplicates can make it negative
            sink.report(reporter, i32(m, p), u8(m, p + 4), lost, u32(m, p + 8), u32(m, p + 12), u32(m, p + 16),
                    u32(m, p + 20));
        }
    }

    /// RFC 4585 §6.2.1: one entry names a sequence number and, by bit, any of the 16 after it.
    private static void readNacks(MemorySegment m, long at, int bytes, Sink sink) {
        int ssrc = i32(m, at + 8);
        for (int p = 12; p + 4 <= bytes; p += 4) {
            int sequence = u16(m, at + p);
            sink.nack(ssrc, sequence);
            for (int bits = u16(m, at + p + 2); bits != 0; bits &= bits - 1)
                sink.nack(ssrc, sequence + 1 + Integer.numberOfTrailingZeros(bits) & 0xffff);
        }
    }

    private static void readPayloadFeedback(MemorySegment m, long at, int bytes, int format, Sink sink) {
        if (format == PLI && bytes >= 12)
            sink.pli(i32(m, at + 8));
        else
            if (format == FIR)
                for (int p = 12; p + 8 <= bytes; p += 8)
                    sink.fir(i32(m, at + p), u8(m, at + p + 4));
            else
                if (format == APPLICATION && bytes >= 20 && i32(m, at + 12) == REMB) {
                    long mantissa = u24(m, at + 17) & 0x3ffff;
                    int exponent = u8(m, at + 17) >> 2;
                    sink.remb(exponent > 45 ? Long.MAX_VALUE : mantissa << exponent);
                }
    }
}
