package lectern.sfu.srtp;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// AES128_CM_HMAC_SHA1_80 as RFC 3711 lays it out: the tag covers the whole packet and a word behind it, which SRTP
/// leaves out on the wire (the roll-over counter) and SRTCP sends (the index).
final class CmCipher implements PacketCipher {
    private static final int TAG = 10;
    private static final int WORD = 4;
    private static final int RTCP_CLEAR = 8;
    private static final int ENCRYPTED = 0x80000000;

    private final Keystream keystream;
    private final Hmac hmac;
    private final long saltHigh;
    private final long saltLow;
    private final MemorySegment mac = Arena.ofAuto().allocate(Hmac.BYTES + 4, 8);

    CmCipher(Keystream keystream, Hmac hmac, byte[] salt) {
        this.keystream = keystream;
        this.hmac = hmac;
        byte[] padded = new byte[16];
        System.arraycopy(salt, 0, padded, 0, salt.length);
        MemorySegment bytes = MemorySegment.ofArray(padded);
        this.saltHigh = bytes.get(Bytes.LONG, 0);
        this.saltLow = bytes.get(Bytes.LONG, 8);
    }

    @Override
    public int sealRtp(MemorySegment m, long at, int header, int length, int ssrc, long index) {
        xor(m, at + header, length - header, ssrc, index);
        sign(m, at, length, (int) (index >>> 16), length);
        return length + TAG;
    }

    @Override
    public int openRtp(MemorySegment m, long at, int header, int length, int ssrc, long index) {
        int plain = length - TAG;
        long tagHigh = m.get(Bytes.LONG, at + plain);
        short tagLow = m.get(Bytes.SHORT, at + plain + 8);
        m.set(Bytes.INT, at + plain, (int) (index >>> 16)); // where the tag was, so that one run covers both
        hmac.compute(m, at, plain + WORD, mac);
        if (!matches(tagHigh, tagLow))
            return SrtpSession.AUTH_FAILED;
        xor(m, at + header, plain - header, ssrc, index);
        return plain;
    }

    @Override
    public int sealRtcp(MemorySegment m, long at, int length, int ssrc, int index) {
        xor(m, at + RTCP_CLEAR, length - RTCP_CLEAR, ssrc, index);
        sign(m, at, length, ENCRYPTED | index, length + WORD);
        return length + WORD + TAG;
    }

    @Override
    public int openRtcp(MemorySegment m, long at, int length, int ssrc, int index) {
        int signed = length - TAG;
        hmac.compute(m, at, signed, mac);
        if (!matches(m.get(Bytes.LONG, at + signed), m.get(Bytes.SHORT, at + signed + 8)))
            return SrtpSession.AUTH_FAILED;
        int plain = signed - WORD;
        xor(m, at + RTCP_CLEAR, plain - RTCP_CLEAR, ssrc, index);
        return plain;
    }

    @Override
    public long rtcpWordAt(long at, int length) {
        return at + length - TAG - WORD;
    }

    private void sign(MemorySegment m, long at, int length, int word, int tagAt) {
        m.set(Bytes.INT, at + length, word);
        hmac.compute(m, at, length + WORD, mac);
        MemorySegment.copy(mac, 0, m, at + tagAt, TAG);
    }

    private boolean matches(long tagHigh, short tagLow) { // no early exit: how much was right must not show in time
        return (mac.get(Bytes.LONG, 0) ^ tagHigh | mac.get(Bytes.SHORT, 8) ^ tagLow) == 0;
    }

    // RFC 3711 §4.1.1: salt * 2^16 xor SSRC * 2^64 xor index * 2^16
    private void xor(MemorySegment m, long at, int length, int ssrc, long index) {
        keystream.xor(saltHigh ^ ssrc & 0xffffffffL, saltLow ^ index << 16, m, at, length);
    }

    @Override
    public void close() {
        keystream.close();
        hmac.close();
    }
}
