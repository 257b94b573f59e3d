package lectern.sfu.rtp;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Network byte order over a memory segment. The layouts are static finals so that every access compiles to one load
/// and one byte swap.
public final class BigEndian {
    private static final ValueLayout.OfShort U16 = JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt U32 = JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong U64 = JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private BigEndian() {
    }

    public static int u8(MemorySegment m, long at) {
        return m.get(JAVA_BYTE, at) & 0xff;
    }

    public static int u16(MemorySegment m, long at) {
        return m.get(U16, at) & 0xffff;
    }

    public static int u24(MemorySegment m, long at) {
        return u8(m, at) << 16 | u16(m, at + 1);
    }

    /// 32 bits as they are: the sign carries no meaning, as for an SSRC.
    public static int i32(MemorySegment m, long at) {
        return m.get(U32, at);
    }

    public static long u32(MemorySegment m, long at) {
        return m.get(U32, at) & 0xffff_ffffL;
    }

    public static long i64(MemorySegment m, long at) {
        return m.get(U64, at);
    }

    public static void put8(MemorySegment m, long at, int value) {
        m.set(JAVA_BYTE, at, (byte) value);
    }

    public static void put16(MemorySegment m, long at, int value) {
        m.set(U16, at, (short) value);
    }

    public static void put24(MemorySegment m, long at, int value) {
        put8(m, at, value >> 16);
        put16(m, at + 1, value);
    }

    public static void put32(MemorySegment m, long at, long value) {
        m.set(U32, at, (int) value);
    }

    public static void put64(MemorySegment m, long at, long value) {
        m.set(U64, at, value);
    }

    /// True when `length` bytes at `at` lie inside the segment.
    public static boolean holds(MemorySegment m, long at, int length) {
        return at >= 0 && length >= 0 && at <= m.byteSize() - length;
    }
}
