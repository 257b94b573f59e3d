package lectern.sfu.srtp;

import java.lang.foreign.MemorySegment;

/// AEAD_AES_128_GCM as RFC 7714 lays it out: SRTP is header, ciphertext, tag; SRTCP is 8 bytes of header, ciphertext,
/// tag, then the index word, which is authenticated along with the header.
final class GcmCipher implements PacketCipher {
    private static final int RTCP_CLEAR = 8;
    private static final int WORD = 4;
    private static final int ENCRYPTED = 0x80000000;

    private final Aead aead;
    private final int saltHigh;
    private final long saltLow;

    GcmCipher(Aead aead, byte[] salt) {
        this.aead = aead;
        MemorySegment bytes = MemorySegment.ofArray(salt);
        this.saltHigh = bytes.get(Bytes.INT, 0);
        this.saltLow = bytes.get(Bytes.LONG, 4);
    }

    @Override
    public int sealRtp(MemorySegment m, long at, int header, int length, int ssrc, long index) {
        aead.seal(ivHigh(ssrc), ivLow(ssrc, index), m, at, header, 0, 0, at + header, length - header);
        return length + Aead.TAG_BYTES;
    }

    @Override
    public int openRtp(MemorySegment m, long at, int header, int length, int ssrc, long index) {
        int plain = length - Aead.TAG_BYTES;
        return aead.open(ivHigh(ssrc), ivLow(ssrc, index), m, at, header, 0, 0, at + header, plain - header)
                ? plain
                : SrtpSession.AUTH_FAILED;
    }

    @Override
    public int sealRtcp(MemorySegment m, long at, int length, int ssrc, int index) {
        long word = at + length + Aead.TAG_BYTES;
        m.set(Bytes.INT, word, ENCRYPTED | index);
        aead.seal(ivHigh(ssrc), ivLow(ssrc, index), m, at, RTCP_CLEAR, word, WORD, at + RTCP_CLEAR,
                length - RTCP_CLEAR);
        return length + Aead.TAG_BYTES + WORD;
    }

    @Override
    public int openRtcp(MemorySegment m, long at, int length, int ssrc, int index) {
        int plain = length - Aead.TAG_BYTES - WORD;
        return aead.open(ivHigh(ssrc), ivLow(ssrc, index), m, at, RTCP_CLEAR, rtcpWordAt(at, length), WORD,
                at + RTCP_CLEAR, plain - RTCP_CLEAR) ? plain : SrtpSession.AUTH_FAILED;
    }

    @Override
    public long rtcpWordAt(long at, int length) {
        return at + length - WORD;
    }

    // RFC 7714 §8.1 and §9.1: two zero bytes, SSRC, index in six bytes (SRTCP: two zero bytes, index), all xor salt.
    private int ivHigh(int ssrc) {
        return saltHigh ^ ssrc >>> 16;
    }

    private long ivLow(int ssrc, long index) {
        return saltLow ^ ((long) ssrc << 48 | index);
    }

    @Override
    public void close() {
        aead.close();
    }
}
