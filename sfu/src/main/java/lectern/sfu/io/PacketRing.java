package lectern.sfu.io;

import java.lang.foreign.MemorySegment;

/// Off-heap ring of receive slots. A packet is received into a slot, unprotected in place, and stays there for
/// retransmission until the ring comes round; who keeps a slot also keeps its generation, and compares.
///
/// Owned by the thread that receives.
public final class PacketRing {
    public static final int SLOTS = 8192;
    public static final int SLOT_BYTES = 2048;

    private final MemorySegment memory;
    private final int[] generations;
    private final int slotBytes;
    private final int mask;
    private int next;

    public PacketRing() {
        this(SLOTS, SLOT_BYTES);
    }

    /// @param slots a power of two: at 5,000 packets a second in, 8,192 of them keep 1.6 s for retransmission
    public PacketRing(int slots, int slotBytes) {
        if (slots < 2 || Integer.bitCount(slots) != 1 || slotBytes < 64)
            throw new IllegalArgumentException("slots: a power of two from 2, of 64 bytes or more");
        this.memory = Pages.allocate((long) slots * slotBytes);
        this.generations = new int[slots];
        this.slotBytes = slotBytes;
        this.mask = slots - 1;
    }

    public MemorySegment memory() {
        return memory;
    }

    public int slots() {
        return mask + 1;
    }

    public int slotBytes() {
        return slotBytes;
    }

    public long offset(int slot) {
        return (long) slot * slotBytes;
    }

    /// Changes whenever the slot is given to another packet.
    public int generation(int slot) {
        return generations[slot];
    }

    /// Takes the oldest slot for a new packet.
    public int claim() {
        int slot = next;
        next = (slot + 1) & mask;
        generations[slot]++;
        return slot;
    }

    /// The slot that the claim after `ahead` more will give: where the kernel may write before we know how much came.
    int upcoming(int ahead) {
        return (next + ahead) & mask;
    }
}
