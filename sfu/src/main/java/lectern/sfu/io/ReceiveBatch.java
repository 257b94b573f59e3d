package lectern.sfu.io;

/// What one call to [UdpPort#receive] brought: for each datagram its ring slot, place, length and path. Reused.
public final class ReceiveBatch {
    private final int[] slots;
    private final long[] offsets;
    private final int[] lengths;
    private final int[] paths;
    private int count;

    public ReceiveBatch(int capacity) {
        this.slots = new int[capacity];
        this.offsets = new long[capacity];
        this.lengths = new int[capacity];
        this.paths = new int[capacity];
    }

    public int capacity() {
        return slots.length;
    }

    public int count() {
        return count;
    }

    public int slot(int i) {
        return slots[i];
    }

    public long offset(int i) {
        return offsets[i];
    }

    public int length(int i) {
        return lengths[i];
    }

    public int path(int i) {
        return paths[i];
    }

    void clear() {
        count = 0;
    }

    void add(int slot, long offset, int length, int path) {
        int i = count++;
        slots[i] = slot;
        offsets[i] = offset;
        lengths[i] = length;
        paths[i] = path;
    }
}
