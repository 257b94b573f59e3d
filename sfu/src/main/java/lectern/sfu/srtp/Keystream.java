package lectern.sfu.srtp;

import java.lang.foreign.MemorySegment;

/// AES-128 in counter mode under one key: what is laid over a packet once hides it, twice shows it.
interface Keystream extends AutoCloseable {
    void xor(long ivHigh, long ivLow, MemorySegment m, long at, int length);

    @Override
    void close();
}
