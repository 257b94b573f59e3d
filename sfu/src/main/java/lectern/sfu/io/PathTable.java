package lectern.sfu.io;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// Every address the port has heard from, as a small number: a *path*. The packet path then compares and indexes ints.
///
/// Anybody can send from any address, so the table is bounded: when it is full, the oldest path that nobody pinned is
/// given to the newcomer. A path is pinned once its peer has proved itself (ICE). TCP streams take numbers from the same
/// space, always pinned, so that the core needs to know no difference.
///
/// Each address is kept as the kernel wants it, twice: as `sockaddr_in6` (IPv4 mapped into it), and as `sockaddr_in`
/// where it is IPv4; the port points at the one that fits its socket. Owned by the thread that receives.
public final class PathTable {
    public static final int CAPACITY = 16_384;
    public static final int NONE = -1;

    /// Linux's numbers; inside this table they are only our own notation, on every system.
    static final short AF_INET = 2;
    static final short AF_INET6 = 10;
    static final int SOCKADDR_BYTES = 28;
    static final int SOCKADDR_IPV4_BYTES = 16;

    private static final int ENTRY_BYTES = 64;
    private static final int IPV4_FORM = 32;
    private static final ValueLayout.OfLong LONG_BE = JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt INT_BE = JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfShort SHORT_BE = JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final long MAPPED = 0x0000ffff_00000000L; // ::ffff:a.b.c.d, lower half

    private final MemorySegment entries;
    private final int[] table; // open addressing, linear probing; path + 1, 0 is empty
    private final int tableMask;
    private final long seed = ThreadLocalRandom.current().nextLong(); // else addresses could be chosen to collide
    private final byte[] states;
    private final boolean[] pinned;
    private final boolean[] noBursts;
    private final @Nullable InetSocketAddress[] addresses;
    // Unpinned paths from the oldest (or never used) to the newest, as a ring of links through `states.length`.
    private final int[] older;
    private final int[] newer;
    private int count;

    private static final byte FREE = 0;
    private static final byte DATAGRAMS = 1;
    private static final byte STREAM = 2;

    // The address being looked up, in parts.
    private int keyPort;
    private long keyHigh;
    private long keyLow;
    private int keyScope;

    public PathTable() {
        this(CAPACITY);
    }

    public PathTable(int capacity) {
        if (capacity < 1 || capacity > 1 << 20)
            throw new IllegalArgumentException("capacity: 1 to 1,048,576 paths");
        entries = Arena.ofAuto().allocate((long) capacity * ENTRY_BYTES, 64);
        int slots = Integer.highestOneBit(capacity) * 4;
        table = new int[slots];
        tableMask = slots - 1;
        states = new byte[capacity];
        pinned = new boolean[capacity];
        noBursts = new boolean[capacity];
        addresses = new InetSocketAddress[capacity];
        older = new int[capacity + 1];
        newer = new int[capacity + 1];
        Arrays.setAll(older, i -> i == 0 ? capacity : i - 1);
        Arrays.setAll(newer, i -> i == capacity ? 0 : i + 1);
    }

    /// The path of that `sockaddr_in` or `sockaddr_in6`, made if it is new; [#NONE] if every path is pinned.
    public int find(MemorySegment sockaddr, long at) {
        keyPort = sockaddr.get(SHORT_BE, at + 2) & 0xffff;
        short family = sockaddr.get(JAVA_SHORT_UNALIGNED, at);
        if (family == AF_INET) {
            keyHigh = 0;
            keyLow = MAPPED | sockaddr.get(INT_BE, at + 4) & 0xffffffffL;
            keyScope = 0;
        } else if (family == AF_INET6) {
            keyHigh = sockaddr.get(LONG_BE, at + 8);
            keyLow = sockaddr.get(LONG_BE, at + 16);
            keyScope = sockaddr.get(JAVA_INT_UNALIGNED, at + 24);
        } else {
            return NONE;
        }
        return findKey();
    }

    /// The same for an address of Java's (NIO, tests).
    public int find(InetSocketAddress address) {
        if (address.isUnresolved())
            return NONE;
        setKey(address);
        return findKey();
    }

    /// A number for a TCP stream; pinned until [#release]. [#NONE] if every path is pinned.
    public int openStream(InetSocketAddress remote) {
        int path = takeOldest();
        if (path == NONE)
            return NONE;
        states[path] = STREAM;
        addresses[path] = remote;
        count++;
        pin(path);
        return path;
    }

    public boolean isStream(int path) {
        return states[path] == STREAM;
    }

    /// How many paths are in use.
    public int count() {
        return count;
    }

    public int capacity() {
        return states.length;
    }

    /// For logs, statistics and sockets that want a Java address.
    public InetSocketAddress address(int path) {
        InetSocketAddress known = addresses[path];
        if (known == null) {
            if (states[path] == FREE)
                throw new IllegalArgumentException("path " + path + " isn't in use");
            addresses[path] = known = read(path);
        }
        return known;
    }

    /// Keeps the path from being given to another address.
    public void pin(int path) {
        if (pinned[path] || states[path] == FREE)
            return;
        pinned[path] = true;
        unlink(path);
    }

    /// Forgets the path: its number is free for others at once.
    public void release(int path) {
        if (states[path] == FREE)
            return;
        if (pinned[path]) {
            pinned[path] = false;
        } else {
            unlink(path);
        }
        vacate(path);
        linkAfter(states.length, path); // first to be taken again
    }

    /// That path's route takes no GSO messages (short path MTU, a tunnel): its packets go singly from now on.
    void refuseBursts(int path) {
        noBursts[path] = true;
    }

    boolean takesBursts(int path) {
        return !noBursts[path];
    }

    MemorySegment entries() {
        return entries;
    }

    long offset(int path) {
        return (long) path * ENTRY_BYTES;
    }

    long ipv4Offset(int path) {
        return (long) path * ENTRY_BYTES + IPV4_FORM;
    }

    boolean isIpv4(int path) {
        long at = offset(path);
        return entries.get(LONG_BE, at + 8) == 0 && entries.get(LONG_BE, at + 16) >>> 32 == MAPPED >>> 32;
    }

    private int findKey() {
        int slot = hash();
        for (int entry; (entry = table[slot]) != 0; slot = (slot + 1) & tableMask)
            if (matches(entry - 1))
                return entry - 1;
        int path = takeOldest();
        if (path == NONE)
            return NONE;
        write(path);
        states[path] = DATAGRAMS;
        count++;
        linkAfter(older[states.length], path); // newest
        slot = hash();
        while (table[slot] != 0)
            slot = (slot + 1) & tableMask;
        table[slot] = path + 1;
        return path;
    }

    private int hash() {
        long h = (keyHigh ^ seed) * 0x9e3779b97f4a7c15L;
        h = (h ^ h >>> 32 ^ keyLow) * 0xbf58476d1ce4e5b9L;
        h = (h ^ h >>> 29 ^ keyPort ^ (long) keyScope << 16) * 0x94d049bb133111ebL;
        return (int) (h ^ h >>> 32) & tableMask;
    }

    private boolean matches(int path) {
        long at = offset(path);
        return entries.get(LONG_BE, at + 16) == keyLow && entries.get(LONG_BE, at + 8) == keyHigh
                && (entries.get(SHORT_BE, at + 2) & 0xffff) == keyPort
                && entries.get(JAVA_INT_UNALIGNED, at + 24) == keyScope;
    }

    private void write(int path) {
        long at = offset(path);
        entries.set(JAVA_SHORT_UNALIGNED, at, AF_INET6);
        entries.set(SHORT_BE, at + 2, (short) keyPort);
        entries.set(INT_BE, at + 4, 0); // flow information
        entries.set(LONG_BE, at + 8, keyHigh);
        entries.set(LONG_BE, at + 16, keyLow);
        entries.set(JAVA_INT_UNALIGNED, at + 24, keyScope);
        long v4 = at + IPV4_FORM;
        entries.set(JAVA_SHORT_UNALIGNED, v4, AF_INET);
        entries.set(SHORT_BE, v4 + 2, (short) keyPort);
        entries.set(INT_BE, v4 + 4, (int) keyLow);
        entries.set(LONG_BE, v4 + 8, 0);
    }

    private void setKey(InetSocketAddress address) {
        byte[] bytes = address.getAddress().getAddress();
        MemorySegment raw = MemorySegment.ofArray(bytes);
        keyPort = address.getPort();
        keyHigh = bytes.length == 4 ? 0 : raw.get(LONG_BE, 0);
        keyLow = bytes.length == 4 ? MAPPED | raw.get(INT_BE, 0) & 0xffffffffL : raw.get(LONG_BE, 8);
        keyScope = address.getAddress() instanceof Inet6Address six ? six.getScopeId() : 0;
    }

    private void readKey(int path) {
        long at = offset(path);
        keyPort = entries.get(SHORT_BE, at + 2) & 0xffff;
        keyHigh = entries.get(LONG_BE, at + 8);
        keyLow = entries.get(LONG_BE, at + 16);
        keyScope = entries.get(JAVA_INT_UNALIGNED, at + 24);
    }

    private InetSocketAddress read(int path) {
        long at = offset(path);
        boolean ipv4 = isIpv4(path);
        byte[] bytes = new byte[ipv4 ? 4 : 16];
        MemorySegment.copy(entries, ValueLayout.JAVA_BYTE, at + (ipv4 ? 20 : 8), bytes, 0, bytes.length);
        int scope = entries.get(JAVA_INT_UNALIGNED, at + 24);
        try {
            InetAddress address = scope == 0
                    ? InetAddress.getByAddress(bytes)
                    : Inet6Address.getByAddress(null, bytes, scope);
            return new InetSocketAddress(address, entries.get(SHORT_BE, at + 2) & 0xffff);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible); // thrown for lengths other than 4 and 16 only
        }
    }

    private int takeOldest() {
        int path = newer[states.length];
        if (path == states.length)
            return NONE;
        unlink(path);
        if (states[path] != FREE) {
            int port = keyPort;
            long high = keyHigh;
            long low = keyLow;
            int scope = keyScope;
            vacate(path);
            keyPort = port;
            keyHigh = high;
            keyLow = low;
            keyScope = scope;
        }
        noBursts[path] = false;
        return path;
    }

    private void vacate(int path) {
        if (states[path] == DATAGRAMS) {
            readKey(path);
            remove(path);
        }
        states[path] = FREE;
        addresses[path] = null;
        count--;
    }

    /// Removal under linear probing: what was pushed on past the gap moves back into it, so no search meets a hole.
    private void remove(int path) {
        int gap = hash();
        while (table[gap] != path + 1)
            gap = (gap + 1) & tableMask;
        for (int slot = (gap + 1) & tableMask; table[slot] != 0; slot = (slot + 1) & tableMask) {
            readKey(table[slot] - 1);
            int home = hash();
            if (((slot - home) & tableMask) >= ((slot - gap) & tableMask)) {
                table[gap] = table[slot];
                gap = slot;
            }
        }
        table[gap] = 0;
    }

    private void unlink(int path) {
        newer[older[path]] = newer[path];
        older[newer[path]] = older[path];
    }

    private void linkAfter(int before, int path) {
        int after = newer[before];
        newer[before] = path;
        older[path] = before;
        newer[path] = after;
        older[after] = path;
    }
}
