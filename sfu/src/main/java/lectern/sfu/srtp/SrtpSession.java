package lectern.sfu.srtp;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import lectern.sfu.srtp.SsrcTable.Stream;

/// One direction of one DTLS association: RTP and RTCP of every SSRC in it, protected or unprotected in place.
///
/// Owned by the loop's thread, which also closes it: it may hold native contexts.
///
/// A sequence number is protected once. To seal two different packets under one index would give away GCM's
/// authentication key, and a retransmission with a newer header extension is such a packet: send it as RTX.
public final class SrtpSession implements AutoCloseable {
    /// No RTP or RTCP packet: too short, too long, a header longer than the packet, or SRTCP that isn't encrypted.
    public static final int MALFORMED = -1;
    public static final int AUTH_FAILED = -2;
    /// There already, or older than the window.
    public static final int REPLAYED = -3;
    public static final int TOO_MANY_SSRCS = -4;
    /// The SRTCP index has run through its 31 bits: new keys are needed.
    public static final int EXHAUSTED = -5;

    /// Longest plain packet.
    public static final int MAX_PACKET_BYTES = 2048;
    /// What protecting adds at most, RTCP with GCM: room that must be behind a packet.
    public static final int MAX_OVERHEAD_BYTES = 20;

    /// A client of ours sends a dozen; each costs memory that anybody with the keys can ask for.
    private static final int MAX_RECEIVED_SSRCS = 64;
    /// What we send is our own choice: three SSRCs a slot.
    private static final int MAX_SENT_SSRCS = 1024;
    private static final int RTP_HEADER = 12;
    private static final int RTCP_HEADER = 8;
    private static final int AUTH_KEY_BYTES = 20;
    private static final int LAST_RTCP_INDEX = 0x7fffffff;

    private final PacketCipher rtp;
    private final PacketCipher rtcp;
    private final int tagBytes;
    private final SsrcTable sent = new SsrcTable(MAX_SENT_SSRCS);
    private final SsrcTable received = new SsrcTable(MAX_RECEIVED_SSRCS);

    SrtpSession(SrtpProfile profile, PacketCipher rtp, PacketCipher rtcp) {
        this.rtp = rtp;
        this.rtcp = rtcp;
        this.tagBytes = profile.tagBytes();
    }

    /// @param masterKey  as exported from DTLS for this direction (RFC 5764 §4.2)
    /// @param masterSalt likewise
    public static SrtpSession of(SrtpEngine engine, SrtpProfile profile, byte[] masterKey, byte[] masterSalt) {
        if (masterKey.length != profile.keyBytes() || masterSalt.length != profile.saltBytes())
            throw new IllegalArgumentException(
                    profile + ": a key of " + profile.keyBytes() + " bytes and a salt of " + profile.saltBytes());
        var keys = new KeyDerivation(masterKey, masterSalt);
        return new SrtpSession(profile,
                engine.cipher(profile, keys.derive(KeyDerivation.RTP_KEY, profile.keyBytes()),
                        keys.derive(KeyDerivation.RTP_SALT, profile.saltBytes()),
                        keys.derive(KeyDerivation.RTP_AUTH, AUTH_KEY_BYTES)),
                engine.cipher(profile, keys.derive(KeyDerivation.RTCP_KEY, profile.keyBytes()),
                        keys.derive(KeyDerivation.RTCP_SALT, profile.saltBytes()),
                        keys.derive(KeyDerivation.RTCP_AUTH, AUTH_KEY_BYTES)));
    }

    /// @return the protected length (there must be room for it), or a reason below 0
    public int protectRtp(MemorySegment m, long at, int length) {
        int header = rtpHeader(m, at, length);
        if (header < 0)
            return MALFORMED;
        int ssrc = m.get(Bytes.INT, at + 8);
        Stream stream = sent.find(ssrc);
        if (stream == null) {
            if (sent.full())
                return TOO_MANY_SSRCS;
            sent.add(stream = new Stream(ssrc));
        }
        long index = stream.rtpIndex(m.get(Bytes.SHORT, at + 2) & 0xffff);
        if (stream.rtp.refuses(index))
            return REPLAYED;
        stream.rtp.accept(index);
        return rtp.sealRtp(m, at, header, length, ssrc, index);
    }

    /// @return the plain length, or a reason below 0 (what stands in memory then has no meaning)
    public int unprotectRtp(MemorySegment m, long at, int length) {
        int header = rtpHeader(m, at, length - tagBytes);
        if (header < 0)
            return MALFORMED;
        int ssrc = m.get(Bytes.INT, at + 8);
        int sequence = m.get(Bytes.SHORT, at + 2) & 0xffff;
        Stream stream = received.find(ssrc);
        if (stream == null && received.full())
            return TOO_MANY_SSRCS;
        long index = stream == null ? sequence : stream.rtpIndex(sequence);
        if (stream != null && stream.rtp.refuses(index))
            return REPLAYED;
        int plain = rtp.openRtp(m, at, header, length, ssrc, index);
        if (plain < 0)
            return plain;
        if (stream == null)
            received.add(stream = new Stream(ssrc));
        stream.rtp.accept(index);
        return plain;
    }

    /// @return the protected length (there must be room for it), or a reason below 0
    public int protectRtcp(MemorySegment m, long at, int length) {
        if (length < RTCP_HEADER || length > MAX_PACKET_BYTES)
            return MALFORMED;
        int ssrc = m.get(Bytes.INT, at + 4);
        Stream stream = sent.find(ssrc);
        if (stream == null) {
            if (sent.full())
                return TOO_MANY_SSRCS;
            sent.add(stream = new Stream(ssrc));
        }
        long index = stream.rtcp.highest() + 1;
        if (index > LAST_RTCP_INDEX)
            return EXHAUSTED;
        stream.rtcp.accept(index);
        return rtcp.sealRtcp(m, at, length, ssrc, (int) index);
    }

    /// @return the plain length, or a reason below 0 (what stands in memory then has no meaning)
    public int unprotectRtcp(MemorySegment m, long at, int length) {
        if (length < RTCP_HEADER + 4 + tagBytes || length > MAX_PACKET_BYTES)
            return MALFORMED;
        int word = m.get(Bytes.INT, rtcp.rtcpWordAt(at, length));
        if (word >= 0)
            return MALFORMED; // the E bit: nobody in WebRTC sends RTCP in clear
        int ssrc = m.get(Bytes.INT, at + 4);
        int index = word & LAST_RTCP_INDEX;
        Stream stream = received.find(ssrc);
        if (stream == null && received.full())
            return TOO_MANY_SSRCS;
        if (stream != null && stream.rtcp.refuses(index))
            return REPLAYED;
        int plain = rtcp.openRtcp(m, at, length, ssrc, index);
        if (plain < 0)
            return plain;
        if (stream == null)
            received.add(stream = new Stream(ssrc));
        stream.rtcp.accept(index);
        return plain;
    }

    /// Length of the RTP header with CSRCs and extension, or negative if the packet can't be one.
    private static int rtpHeader(MemorySegment m, long at, int length) {
        if (length < RTP_HEADER || length > MAX_PACKET_BYTES)
            return MALFORMED;
        int first = m.get(JAVA_BYTE, at);
        if ((first & 0xc0) != 0x80)
            return MALFORMED;
        int header = RTP_HEADER + 4 * (first & 0x0f);
        if ((first & 0x10) != 0) {
            if (header + 4 > length)
                return MALFORMED;
            header += 4 + 4 * (m.get(Bytes.SHORT, at + header + 2) & 0xffff);
        }
        return header <= length ? header : MALFORMED;
    }

    @Override
    public void close() {
        rtp.close();
        rtcp.close();
    }
}
