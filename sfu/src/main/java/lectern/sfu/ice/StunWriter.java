package lectern.sfu.ice;

import static lectern.sfu.rtp.BigEndian.put16;
import static lectern.sfu.rtp.BigEndian.put32;
import static lectern.sfu.rtp.BigEndian.put64;
import static lectern.sfu.rtp.BigEndian.put8;
import static lectern.sfu.rtp.BigEndian.u8;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// Builds STUN messages: [#begin], attributes, [#finish]. The caller leaves [Stun#MAX_BYTES] of room.
public final class StunWriter {
    private static final int ADDRESS_FAMILY_IPV4 = 1;
    private static final int ADDRESS_FAMILY_IPV6 = 2;

    private MemorySegment memory = MemorySegment.NULL;
    private long at;
    private long end;
    private final CRC32 crc = new CRC32();
    private final byte[] scratch = new byte[Stun.MAX_BYTES];

    public void begin(MemorySegment memory, long at, int type, long transactionHigh, int transactionLow) {
        this.memory = memory;
        this.at = at;
        this.end = at + Stun.HEADER_BYTES;
        put16(memory, at, type);
        put32(memory, at + 4, Stun.COOKIE);
        put64(memory, at + 8, transactionHigh);
        put32(memory, at + 16, transactionLow);
    }

    /// `ufrag of the addressee:ufrag of the sender`, at most 513 bytes.
    public void username(String name) {
        text(attribute(Stun.USERNAME, name.length()), name);
    }

    public void priority(long priority) {
        put32(memory, attribute(Stun.PRIORITY, 4), priority);
    }

    public void useCandidate() {
        attribute(Stun.USE_CANDIDATE, 0);
    }

    public void controlling(long tieBreaker) {
        put64(memory, attribute(Stun.ICE_CONTROLLING, 8), tieBreaker);
    }

    public void controlled(long tieBreaker) {
        put64(memory, attribute(Stun.ICE_CONTROLLED, 8), tieBreaker);
    }

    public void error(int code, String reason) {
        long p = attribute(Stun.ERROR_CODE, 4 + reason.length());
        put16(memory, p, 0);
        put8(memory, p + 2, code / 100);
        put8(memory, p + 3, code % 100);
        text(p + 4, reason);
    }

    void unknownAttributes(Stun request) {
        long p = attribute(Stun.UNKNOWN_ATTRIBUTES, 2 * request.unknown());
        for (int i = 0; i < request.unknown(); i++)
            put16(memory, p + 2L * i, request.unknown(i));
    }

    /// Tells the other side where its packet came from.
    public void mappedAddress(InetSocketAddress address) {
        byte[] bytes = address.getAddress().getAddress();
        long p = attribute(Stun.XOR_MAPPED_ADDRESS, 4 + bytes.length);
        put8(memory, p, 0);
        put8(memory, p + 1, bytes.length == 4 ? ADDRESS_FAMILY_IPV4 : ADDRESS_FAMILY_IPV6);
        put16(memory, p + 2, address.getPort() ^ Stun.COOKIE >>> 16);
        for (int i = 0; i < bytes.length; i++)
            put8(memory, p + 4 + i, bytes[i] ^ u8(memory, at + 4 + i));
    }

    /// Adds MESSAGE-INTEGRITY (unless `key` is null) and FINGERPRINT; returns the message's length.
    public int finish(@Nullable StunKey key) {
        if (key != null) {
            int covered = (int) (end - at);
            key.write(memory, at, covered, attribute(Stun.MESSAGE_INTEGRITY, StunKey.MAC_BYTES));
        }
        int covered = (int) (end - at);
        long p = attribute(Stun.FINGERPRINT, 4);
        put16(memory, at + 2, (int) (end - at) - Stun.HEADER_BYTES);
        MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, at, scratch, 0, covered);
        crc.reset();
        crc.update(scratch, 0, covered);
        put32(memory, p, crc.getValue() ^ Stun.FINGERPRINT_XOR);
        return (int) (end - at);
    }

    private long attribute(int type, int bytes) {
        put16(memory, end, type);
        put16(memory, end + 2, bytes);
        long data = end + 4;
        end = data;
        for (int i = 0; i < (bytes + 3 & ~3); i++)
            put8(memory, end++, 0);
        return data;
    }

    private void text(long to, String ascii) {
        byte[] bytes = ascii.getBytes(StandardCharsets.US_ASCII);
        MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, to, bytes.length);
    }
}
