package lectern.sfu.srtp;

import org.jspecify.annotations.Nullable;

/// The streams of one session by SSRC. Bounded, and never forgets: a stream forgotten could be replayed.
final class SsrcTable {
    /// What one stream has had: RTP and RTCP count apart.
    static final class Stream {
        final int ssrc;
        final ReplayWindow rtp = new ReplayWindow();
        final ReplayWindow rtcp = new ReplayWindow();

        Stream(int ssrc) {
            this.ssrc = ssrc;
        }

        /// RFC 3711 §3.3.1 and appendix A: the index nearest to the highest so far; negative if it is before the first.
        long rtpIndex(int sequence) {
            long highest = rtp.highest();
            return highest < 0 ? sequence : highest + (short) (sequence - (int) highest);
        }
    }

    private final @Nullable Stream[] streams; // open addressing, linear probing
    private final int limit;
    private int count;
    private @Nullable Stream last;

    SsrcTable(int limit) {
        this.streams = new Stream[Integer.highestOneBit(limit) * 4];
        this.limit = limit;
    }

    @Nullable
    Stream find(int ssrc) {
        Stream recent = last;
        if (recent != null && recent.ssrc == ssrc)
            return recent;
        int mask = streams.length - 1;
        for (int i = slot(ssrc);; i = (i + 1) & mask) {
            Stream stream = streams[i];
            if (stream == null)
                return null;
            if (stream.ssrc == ssrc)
                return last = stream;
        }
    }

    boolean full() {
        return count == limit;
    }

    void add(Stream stream) {
        if (full())
            throw new IllegalStateException("full");
        int mask = streams.length - 1;
        int i = slot(stream.ssrc);
        while (streams[i] != null)
            i = (i + 1) & mask;
        streams[i] = stream;
        count++;
    }

    private int slot(int ssrc) {
        return ssrc * 0x9e3779b9 >>> 16 & streams.length - 1;
    }
}
