package lectern.sfu.rtp;

import static lectern.sfu.rtp.BigEndian.put16;
import static lectern.sfu.rtp.BigEndian.put24;
import static lectern.sfu.rtp.BigEndian.put32;
import static lectern.sfu.rtp.BigEndian.put64;
import static lectern.sfu.rtp.BigEndian.put8;
import static lectern.sfu.rtp.BigEndian.u8;

import java.lang.foreign.MemorySegment;

/// Builds a compound RTCP packet: [#begin], then parts, then [#length]. A part that doesn't fit any more is left out, and its method
/// says false.
public final class RtcpWriter {
    private MemorySegment memory = MemorySegment.NULL;
    private long start;
    private long end;
    private long limit;
    private long reportAt;

    public void begin(MemorySegment memory, long at, int maxBytes) {
        this.memory = memory;
        this.start = at;
        this.end = at;
        this.limit = at + maxBytes;
        this.reportAt = -1;
    }

    /// Bytes written so far; 0 when there is nothing to send.
    public int length() {
        return (int) (end - start);
    }

    public boolean senderReport(int ssrc, long ntpTime, long rtpTimestamp, long packets, long bytes) {
        long p = part(Rtcp.SENDER_REPORT, 0, 28);
        if (p < 0)
            return false;
        put32(memory, p + 4, ssrc);
        put64(memory, p + 8, ntpTime);
        put32(memory, p + 16, rtpTimestamp);
        put32(memory, p + 20, packets);
        put32(memory, p + 24, bytes);
        reportAt = p;
        return true;
    }

    public boolean receiverReport(int ssrc) {
        long p = part(Rtcp.RECEIVER_REPORT, 0, 8);
        if (p < 0)
            return false;
        put32(memory, p + 4, ssrc);
        reportAt = p;
        return true;
    }

    /// Adds a block to the sender or receiver report just written; false as well when that one has its 31 already.
    public boolean report(int ssrc, int fractionLost, int packetsLost, long highestSequence, long jitter, long lastSr,
            long delaySinceLastSr) {
        if (reportAt < 0 || (u8(memory, reportAt) & 0x1f) == 31 || end + 24 > limit)
            return false;
        put32(memory, end, ssrc);
        put8(memory, end + 4, fractionLost);
        put24(memory, end + 5, packetsLost);
        put32(memory, end + 8, highestSequence);
        put32(memory, end + 12, jitter);
        put32(memory, end + 16, lastSr);
        put32(memory, end + 20, delaySinceLastSr);
        end += 24;
        put8(memory, reportAt, u8(memory, reportAt) + 1);
        put16(memory, reportAt + 2, (int) (end - reportAt) / 4 - 1);
        return true;
    }

    /// A source description of one chunk with its CNAME (at most 255 bytes).
    public boolean cname(int ssrc, byte[] name) {
        int chunk = 4 + 2 + name.length + 1; // at least one zero ends the items
        long p = part(Rtcp.SOURCE_DESCRIPTION, 1, 4 + (chunk + 3 & ~3));
        if (p < 0)
            return false;
        put32(memory, p + 4, ssrc);
        put8(memory, p + 8, 1);
        put8(memory, p + 9, name.length);
        for (int i = 0; i < name.length; i++)
            put8(memory, p + 10 + i, name[i]);
        for (long q = p + 10 + name.length; q < end; q++)
            put8(memory, q, 0);
        return true;
    }

    /// The sequence numbers must go up (modulo 65,536); neighbours share an entry.
    public boolean nack(int senderSsrc, int mediaSsrc, int[] sequences, int count) {
        if (count == 0)
            return false;
        int entries = 0;
        for (int i = 0; i < count; i = afterEntry(sequences, i, count))
            entries++;
        long p = feedback(Rtcp.TRANSPORT_FEEDBACK, Rtcp.NACK, senderSsrc, mediaSsrc, 4 * entries);
        if (p < 0)
            return false;
        for (int i = 0; i < count;) {
            int next = afterEntry(sequences, i, count);
            int bits = 0;
            for (int j = i + 1; j < next; j++)
                bits |= 1 << (sequences[j] - sequences[i] & 0xffff) - 1;
            put16(memory, p, sequences[i]);
            put16(memory, p + 2, bits);
            p += 4;
            i = next;
        }
        return true;
    }

    private static int afterEntry(int[] sequences, int from, int count) {
        int i = from + 1;
        while (i < count && distance(sequences[from], sequences[i]) >= 1
                && distance(sequences[from], sequences[i]) <= 16)
            i++;
        return i;
    }

    private static int distance(int from, int to) {
        return to - from & 0xffff;
    }

    public boolean pli(int senderSsrc, int mediaSsrc) {
        return feedback(Rtcp.PAYLOAD_FEEDBACK, Rtcp.PLI, senderSsrc, mediaSsrc, 0) >= 0;
    }

    public boolean fir(int senderSsrc, int mediaSsrc, int command) {
        long p = feedback(Rtcp.PAYLOAD_FEEDBACK, Rtcp.FIR, senderSsrc, 0, 8); // RFC 5104 §4.3.1.2: media source 0
        if (p < 0)
            return false;
        put32(memory, p, mediaSsrc);
        put32(memory, p + 4, (long) (command & 0xff) << 24);
        return true;
    }

    public boolean remb(int senderSsrc, long bitrateBps, int mediaSsrc) {
        long p = feedback(Rtcp.PAYLOAD_FEEDBACK, Rtcp.APPLICATION, senderSsrc, 0, 12);
        if (p < 0)
            return false;
        int exponent = Math.max(0, 64 - Long.numberOfLeadingZeros(bitrateBps) - 18);
        put32(memory, p, Rtcp.REMB);
        put32(memory, p + 4, 1L << 24 | (long) exponent << 18 | bitrateBps >> exponent);
        put32(memory, p + 8, mediaSsrc);
        return true;
    }

    public boolean bye(int ssrc) {
        long p = part(Rtcp.BYE, 1, 8);
        if (p >= 0)
            put32(memory, p + 4, ssrc);
        return p >= 0;
    }

    MemorySegment memory() {
        return memory;
    }

    int room() {
        return (int) (limit - end);
    }

    /// Where the body of a feedback message of `bytes` (a multiple of 4) goes, -1 when it doesn't fit.
    long feedback(int type, int format, int senderSsrc, int mediaSsrc, int bytes) {
        long p = part(type, format, 12 + bytes);
        if (p < 0)
            return -1;
        put32(memory, p + 4, senderSsrc);
        put32(memory, p + 8, mediaSsrc);
        return p + 12;
    }

    private long part(int type, int count, int bytes) {
        if (end + bytes > limit)
            return -1;
        long p = end;
        put8(memory, p, 0x80 | count);
        put8(memory, p + 1, type);
        put16(memory, p + 2, bytes / 4 - 1);
        end += bytes;
        reportAt = -1;
        return p;
    }
}
