package lectern.sfu.rtp;

import static lectern.sfu.rtp.BigEndian.holds;
import static lectern.sfu.rtp.BigEndian.i32;
import static lectern.sfu.rtp.BigEndian.u16;
import static lectern.sfu.rtp.BigEndian.u32;
import static lectern.sfu.rtp.BigEndian.u8;

import java.lang.foreign.MemorySegment;

/// A reused view of one RTP packet (RFC 3550 §5.1) with its header extensions in either form of RFC 8285. What it says
/// is valid until the next [#parse]; after a failed one it says nothing.
public final class RtpPacket {
    public static final int MIN_BYTES = 12;
    private static final int MAX_EXTENSIONS = 16;
    private static final int ONE_BYTE_FORM = 0xBEDE;
    private static final int TWO_BYTE_FORM = 0x100; // 0x1000 without the four application bits

    private MemorySegment memory = MemorySegment.NULL;
    private long at;
    private int length;
    private int headerLength;
    private int payloadLength;
    private int extensions;
    private final int[] extensionIds = new int[MAX_EXTENSIONS];
    private final long[] extensionsAt = new long[MAX_EXTENSIONS];
    private final int[] extensionLengths = new int[MAX_EXTENSIONS];

    /// Looks at `length` bytes at `at`. False when they are no RTP packet, or one whose lengths contradict each other.
    public boolean parse(MemorySegment memory, long at, int length) {
        this.extensions = 0;
        if (length < MIN_BYTES || !holds(memory, at, length))
            return false;
        int first = u8(memory, at);
        if (first >> 6 != 2)
            return false;
        int header = MIN_BYTES + 4 * (first & 0x0f);
        boolean extended = (first & 0x10) != 0;
        if (header + (extended ? 4 : 0) > length)
            return false;
        if (extended) {
            int body = 4 * u16(memory, at + header + 2);
            if (header + 4 + body > length)
                return false;
            readExtensions(memory, u16(memory, at + header), at + header + 4, body);
            header += 4 + body;
        }
        int padding = (first & 0x20) != 0 ? u8(memory, at + length - 1) : 0;
        if (padding > length - header || padding == 0 && (first & 0x20) != 0)
            return false;
        this.memory = memory;
        this.at = at;
        this.length = length;
        this.headerLength = header;
        this.payloadLength = length - header - padding;
        return true;
    }

    /// A broken element ends the list, as RFC 8285 §4.2 asks; the packet itself stays good.
    private void readExtensions(MemorySegment m, int profile, long from, int bytes) {
        boolean oneByte = profile == ONE_BYTE_FORM;
        if (!oneByte && profile >> 4 != TWO_BYTE_FORM)
            return;
        long p = from;
        long end = from + bytes;
        while (p < end && extensions < MAX_EXTENSIONS) {
            int first = u8(m, p++);
            if (first == 0)
                continue;
            int id = oneByte ? first >> 4 : first;
            if (oneByte && id == 15 || !oneByte && p == end)
                return;
            int size = oneByte ? (first & 0x0f) + 1 : u8(m, p++);
            if (size > end - p)
                return;
            extensionIds[extensions] = id;
            extensionsAt[extensions] = p;
            extensionLengths[extensions++] = size;
            p += size;
        }
    }

    public MemorySegment memory() {
        return memory;
    }

    public int payloadType() {
        return u8(memory, at + 1) & 0x7f;
    }

    public boolean marker() {
        return (u8(memory, at + 1) & 0x80) != 0;
    }

    public int sequence() {
        return u16(memory, at + 2);
    }

    public long timestamp() {
        return u32(memory, at + 4);
    }

    public int ssrc() {
        return i32(memory, at + 8);
    }

    public long at() {
        return at;
    }

    public int length() {
        return length;
    }

    public int headerLength() {
        return headerLength;
    }

    public long payloadAt() {
        return at + headerLength;
    }

    /// Without padding; 0 for the padding-only packets that bandwidth probes are made of.
    public int payloadLength() {
        return payloadLength;
    }

    /// Where the data of extension `id` lies, -1 when the packet has none.
    public long extension(int id) {
        for (int i = 0; i < extensions; i++)
            if (extensionIds[i] == id)
                return extensionsAt[i];
        return -1;
    }

    public int extensionLength(int id) {
        for (int i = 0; i < extensions; i++)
            if (extensionIds[i] == id)
                return extensionLengths[i];
        return -1;
    }
}
