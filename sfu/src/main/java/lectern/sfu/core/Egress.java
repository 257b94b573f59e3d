package lectern.sfu.core;

import lectern.sfu.io.SendBatch;

/// The shell's side of the outbox: where packets go that the core has written.
public interface Egress {
    /// Sends all of the batch and clears it.
    void send(SendBatch batch);

    /// One packet for a TCP stream.
    void toStream(int path, byte[] packet);
}
