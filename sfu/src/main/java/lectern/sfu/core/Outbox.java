package lectern.sfu.core;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import lectern.sfu.io.PathTable;
import lectern.sfu.io.SendBatch;

/// Where the core writes what leaves. A batch that is full is sent on the spot; what is for a TCP stream is taken out of
/// the batch again, since streams are the shell's.
final class Outbox {
    private final SendBatch batch;
    private final PathTable paths;
    private final Egress egress;
    private int path;
    private long at;
    private long packets;
    private long bytes;

    Outbox(SendBatch batch, PathTable paths, Egress egress) {
        this.batch = batch;
        this.paths = paths;
        this.egress = egress;
    }

    MemorySegment memory() {
        return batch.memory();
    }

    /// Where in [#memory] to write a packet of at most that size.
    long begin(int toPath, int maxBytes) {
        path = toPath;
        at = batch.begin(toPath, maxBytes);
        if (at < 0) {
            egress.send(batch);
            at = batch.begin(toPath, maxBytes);
        }
        return at;
    }

    void commit(int length) {
        packets++;
        bytes += length;
        if (!paths.isStream(path)) {
            batch.commit(length);
            return;
        }
        egress.toStream(path, batch.memory().asSlice(at, length).toArray(ValueLayout.JAVA_BYTE));
    }

    void send(int toPath, byte[] packet) {
        long to = begin(toPath, packet.length);
        MemorySegment.copy(packet, 0, batch.memory(), ValueLayout.JAVA_BYTE, to, packet.length);
        commit(packet.length);
    }

    void flush() {
        if (batch.count() > 0)
            egress.send(batch);
    }

    long packets() {
        return packets;
    }

    long bytes() {
        return bytes;
    }
}
