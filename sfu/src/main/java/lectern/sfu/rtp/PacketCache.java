package lectern.sfu.rtp;

import java.util.Arrays;

/// Where the last 1,024 packets of one stream lie in the receive ring. It keeps no bytes: whoever finds an entry must see that
/// the ring's slot still has the generation noted here.
public final class PacketCache {
    public static final int ENTRIES = 1_024;
    private static final int MASK = ENTRIES - 1;

    private final int[] sequences = new int[ENTRIES];
    private final int[] slots = new int[ENTRIES];
    private final int[] generations = new int[ENTRIES];
    private final int[] lengths = new int[ENTRIES];

    public PacketCache() {
        clear();
    }

    public void put(int sequence, int slot, int generation, int length) {
        int i = sequence & MASK;
        sequences[i] = sequence & 0xffff;
        slots[i] = slot;
        generations[i] = generation;
        lengths[i] = length;
    }

    /// The entry of this sequence number, -1 when there is none (any more).
    public int find(int sequence) {
        int i = sequence & MASK;
        return sequences[i] == (sequence & 0xffff) ? i : -1;
    }

    public int slot(int entry) {
        return slots[entry];
    }

    public int generation(int entry) {
        return generations[entry];
    }

    public int length(int entry) {
        return lengths[entry];
    }

    public void clear() {
        Arrays.fill(sequences, -1);
    }
}
