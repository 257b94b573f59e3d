package lectern.sfu.ice;

import static lectern.sfu.rtp.BigEndian.holds;
import static lectern.sfu.rtp.BigEndian.i32;
import static lectern.sfu.rtp.BigEndian.i64;
import static lectern.sfu.rtp.BigEndian.u16;
import static lectern.sfu.rtp.BigEndian.u32;
import static lectern.sfu.rtp.BigEndian.u8;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// A reused view of one STUN message (RFC 8489). What it says is valid until the next [#parse].
public final class Stun {
    public static final int HEADER_BYTES = 20;
    public static final int MAX_BYTES = 1_280;
    public static final int BINDING_REQUEST = 0x0001;
    public static final int BINDING_INDICATION = 0x0011;
    public static final int BINDING_SUCCESS = 0x0101;
    public static final int BINDING_ERROR = 0x0111;
    static final int COOKIE = 0x2112A442;
    static final int FINGERPRINT_XOR = 0x5354554e;
    static final int USERNAME = 0x0006;
    static final int MESSAGE_INTEGRITY = 0x0008;
    static final int ERROR_CODE = 0x0009;
    static final int UNKNOWN_ATTRIBUTES = 0x000A;
    static final int XOR_MAPPED_ADDRESS = 0x0020;
    static final int PRIORITY = 0x0024;
    static final int USE_CANDIDATE = 0x0025;
    static final int FINGERPRINT = 0x8028;
    static final int ICE_CONTROLLED = 0x8029;
    static final int ICE_CONTROLLING = 0x802A;
    private static final int OPTIONAL = 0x8000;
    private static final int MAX_USERNAME = 513; // RFC 8489 §14.3
    private static final int MAX_UNKNOWN = 8;

    private MemorySegment memory = MemorySegment.NULL;
    private long at;
    private int length;
    private long usernameAt;
    private long integrityAt;
    private long fingerprintAt;
    private long mappedAt;
    private long errorAt;
    private long priorityAt;
    private long controllingAt;
    private long controlledAt;
    private boolean useCandidate;
    private int unknown;
    private final int[] unknownTypes = new int[MAX_UNKNOWN];
    private final CRC32 crc = new CRC32();
    private final byte[] scratch = new byte[MAX_BYTES];

    /// False when these bytes are no STUN message, or one that contradicts itself or carries a wrong FINGERPRINT.
    public boolean parse(MemorySegment memory, long at, int length) {
        if (length < HEADER_BYTES || length > MAX_BYTES || (length & 3) != 0 || !holds(memory, at, length))
            return false;
        if (u8(memory, at) >> 6 != 0 || i32(memory, at + 4) != COOKIE || u16(memory, at + 2) != length - HEADER_BYTES)
            return false;
        this.memory = memory;
        this.at = at;
        this.length = length;
        usernameAt = integrityAt = fingerprintAt = mappedAt = errorAt = -1;
        priorityAt = controllingAt = controlledAt = -1;
        useCandidate = false;
        unknown = 0;
        for (long p = at + HEADER_BYTES; p < at + length;) {
            int size = u16(memory, p + 2);
            long next = p + 4 + (size + 3 & ~3);
            if (next > at + length || !attribute(u16(memory, p), p, size))
                return false;
            p = next;
        }
        return fingerprintAt < 0 || crc() == i32(memory, fingerprintAt + 4);
    }

    /// Attributes after MESSAGE-INTEGRITY aren't covered by it and don't count, but for FINGERPRINT, which ends the message.
    private boolean attribute(int type, long p, int size) {
        if (fingerprintAt >= 0)
            return false;
        if (integrityAt >= 0 && type != FINGERPRINT)
            return true;
        switch (type) {
            case USERNAME -> usernameAt = size <= MAX_USERNAME ? p : -1;
            case MESSAGE_INTEGRITY -> {
                integrityAt = p;
                return size == StunKey.MAC_BYTES;
            }
            case FINGERPRINT -> {
                fingerprintAt = p;
                return size == 4;
            }
            case XOR_MAPPED_ADDRESS -> mappedAt = p;
            case ERROR_CODE -> errorAt = size >= 4 ? p : -1;
            case PRIORITY -> priorityAt = size == 4 ? p : -1;
            case USE_CANDIDATE -> useCandidate = true;
            case ICE_CONTROLLING -> controllingAt = size == 8 ? p : -1;
            case ICE_CONTROLLED -> controlledAt = size == 8 ? p : -1;
            case UNKNOWN_ATTRIBUTES -> {
                // what the other side didn't understand of a request of ours: nothing to do about
            }
            default -> {
                if ((type & OPTIONAL) == 0 && unknown < MAX_UNKNOWN)
                    unknownTypes[unknown++] = type;
            }
        }
        return true;
    }

    private int crc() {
        int covered = (int) (fingerprintAt - at);
        MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, at, scratch, 0, covered);
        crc.reset();
        crc.update(scratch, 0, covered);
        return (int) crc.getValue() ^ FINGERPRINT_XOR;
    }

    /// One of the BINDING constants, or something else that isn't ours to answer.
    public int type() {
        return u16(memory, at);
    }

    public long transactionHigh() {
        return i64(memory, at + 8);
    }

    public int transactionLow() {
        return i32(memory, at + 16);
    }

    public boolean hasIntegrity() {
        return integrityAt >= 0;
    }

    public boolean hasFingerprint() {
        return fingerprintAt >= 0;
    }

    /// Whether MESSAGE-INTEGRITY was made with this key.
    public boolean verify(StunKey key) {
        return integrityAt >= 0 && key.matches(memory, at, (int) (integrityAt - at), integrityAt + 4);
    }

    public @Nullable String username() {
        return usernameAt < 0 ? null : text(usernameAt + 4, u16(memory, usernameAt + 2));
    }

    /// The part of USERNAME before the colon: the fragment of whom the request is for. Null without one.
    public @Nullable String addressee() {
        String name = username();
        int colon = name == null ? -1 : name.indexOf(':');
        return colon < 0 ? null : name.substring(0, colon);
    }

    private String text(long from, int bytes) {
        byte[] copy = new byte[bytes];
        MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, from, copy, 0, bytes);
        return new String(copy, StandardCharsets.UTF_8);
    }

    public boolean useCandidate() {
        return useCandidate;
    }

    /// -1 without one.
    public long priority() {
        return priorityAt < 0 ? -1 : u32(memory, priorityAt + 4);
    }

    public boolean controlling() {
        return controllingAt >= 0;
    }

    public boolean controlled() {
        return controlledAt >= 0;
    }

    /// Attributes that the sender insists on and we don't know: how many, and which.
    public int unknown() {
        return unknown;
    }

    int unknown(int i) {
        return unknownTypes[i];
    }

    /// 0 in a message without ERROR-CODE.
    public int errorCode() {
        return errorAt < 0 ? 0 : (u8(memory, errorAt + 6) & 7) * 100 + u8(memory, errorAt + 7);
    }

    /// What XOR-MAPPED-ADDRESS says, null without a good one.
    public @Nullable InetSocketAddress mappedAddress() {
        if (mappedAt < 0)
            return null;
        int size = u16(memory, mappedAt + 2);
        int family = size < 8 ? 0 : u8(memory, mappedAt + 5);
        int bytes = family == 1 && size == 8 ? 4 : family == 2 && size == 20 ? 16 : 0;
        if (bytes == 0)
            return null;
        byte[] address = new byte[bytes];
        for (int i = 0; i < bytes; i++)
            address[i] = (byte) (u8(memory, mappedAt + 8 + i) ^ u8(memory, at + 4 + i)); // cookie, then transaction
        try {
            return new InetSocketAddress(InetAddress.getByAddress(address),
                    u16(memory, mappedAt + 6) ^ COOKIE >>> 16);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 and 16 bytes make an address", e);
        }
    }
}
