package lectern.sfu.srtp;

import java.lang.foreign.MemorySegment;

/// HMAC-SHA1 under one key.
interface Hmac extends AutoCloseable {
    int BYTES = 20;

    /// Writes all 20 bytes to the start of `out`.
    void compute(MemorySegment m, long at, int length, MemorySegment out);

    @Override
    void close();
}
