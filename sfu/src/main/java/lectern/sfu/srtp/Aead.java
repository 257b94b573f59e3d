package lectern.sfu.srtp;

import java.lang.foreign.MemorySegment;

/// AES-128-GCM under one key, in place. The IV is its first 4 bytes and its last 8; what is authenticated but not
/// encrypted comes in two pieces, since SRTCP's index stands behind the packet.
interface Aead extends AutoCloseable {
    int TAG_BYTES = 16;

    /// Encrypts `length` bytes at `at` and writes the tag behind them.
    void seal(int ivHigh, long ivLow, MemorySegment m, long aad, int aadLength, long tail, int tailLength, long at,
            int length);

    /// Decrypts `length` bytes at `at`, whose tag is behind them; false, and bytes of no meaning, if it doesn't fit.
    boolean open(int ivHigh, long ivLow, MemorySegment m, long aad, int aadLength, long tail, int tailLength, long at,
            int length);

    @Override
    void close();
}
