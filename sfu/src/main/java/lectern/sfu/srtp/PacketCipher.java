package lectern.sfu.srtp;

import java.lang.foreign.MemorySegment;

/// Protects packets in place under one set of session keys: knows where header, payload, index and tag stand, but not
/// which packets were there before. `index` is the 48-bit packet index of SRTP or the 31-bit one of SRTCP.
public sealed interface PacketCipher extends AutoCloseable permits GcmCipher, CmCipher {
    /// @return the protected length
    int sealRtp(MemorySegment m, long at, int header, int length, int ssrc, long index);

    /// @return the plain length, or [SrtpSession#AUTH_FAILED]
    int openRtp(MemorySegment m, long at, int header, int length, int ssrc, long index);

    /// @return the protected length
    int sealRtcp(MemorySegment m, long at, int length, int ssrc, int index);

    /// @return the plain length, or [SrtpSession#AUTH_FAILED]
    int openRtcp(MemorySegment m, long at, int length, int ssrc, int index);

    /// Where SRTCP's index word stands in a protected packet of that length.
    long rtcpWordAt(long at, int length);

    @Override
    void close();
}
