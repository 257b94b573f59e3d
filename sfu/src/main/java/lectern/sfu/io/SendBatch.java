package lectern.sfu.io;

import java.lang.foreign.MemorySegment;

/// What goes out, in order. The core fills it (`begin`, write, `commit`), the shell sends it. Packets lie one after the
/// other in one buffer that is reused from its start, so a usual batch never leaves the cache.
public final class SendBatch {
    public static final int PACKETS = 4096;
    public static final int BYTES = 6 << 20;
    /// No packet of ours is longer, tag and trailer included.
    public static final int MAX_PACKET_BYTES = 2048;

    private static final int ALIGN = 16;

    private final MemorySegment memory;
    private final int[] paths;
    private final int[] offsets;
    private final int[] lengths;
    private int count;
    private int used;
    private int openPath;
    private int openBytes = -1;

    public SendBatch() {
        this(PACKETS, BYTES);
    }

    public SendBatch(int packets, int bytes) {
        this.memory = Pages.allocate(bytes);
        this.paths = new int[packets];
        this.offsets = new int[packets];
        this.lengths = new int[packets];
    }

    public MemorySegment memory() {
        return memory;
    }

    public int capacity() {
        return paths.length;
    }

    /// Whether a packet of any size might no longer fit.
    public boolean full() {
        return !fits(1);
    }

    /// Whether that many more packets of any size fit: the shell sends before it hands on a packet that might not.
    public boolean fits(int packets) {
        return paths.length - count >= packets && memory.byteSize() - used >= (long) packets * MAX_PACKET_BYTES;
    }

    /// Opens a packet for that path; one that was begun and not committed is forgotten.
    ///
    /// @return where in [#memory] to write it, or -1 when the batch is full
    public long begin(int path, int maxBytes) {
        if (count == paths.length || used + maxBytes > memory.byteSize()) {
            openBytes = -1;
            return -1;
        }
        openPath = path;
        openBytes = maxBytes;
        return used;
    }

    /// Ends the packet that was begun.
    public void commit(int length) {
        if (length <= 0 || length > openBytes)
            throw new IllegalStateException("commit of " + length + " bytes where " + openBytes + " were begun");
        int i = count++;
        paths[i] = openPath;
        offsets[i] = used;
        lengths[i] = length;
        used = (used + length + ALIGN - 1) & -ALIGN;
        openBytes = -1;
    }

    public int count() {
        return count;
    }

    public int path(int i) {
        return paths[i];
    }

    public long offset(int i) {
        return offsets[i];
    }

    public int length(int i) {
        return lengths[i];
    }

    public void clear() {
        count = 0;
        used = 0;
        openBytes = -1;
    }
}
