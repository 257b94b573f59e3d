package lectern.sfu.core;

import static lectern.sfu.rtp.BigEndian.u16;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import lectern.sfu.rtp.Deadline;
import lectern.sfu.rtp.NackTracker;
import lectern.sfu.rtp.SequenceUnwrapper;
import lectern.sfu.sdp.MediaSection;
import lectern.sfu.sdp.Sdp;

/// Receives slots, asks again for what is missing, and keeps everything for a test to look at.
final class Subscriber extends SyntheticPeer {
    private static final int SENDER = 1;

    /// One arrived packet of a line; `picture` is null on audio lines.
    record Arrived(long number, long timestamp, boolean marker, Picture picture, long atNs) {}

    /// What came on one line, by unwrapped sequence number.
    static final class Line {
        final MediaSection section;
        final boolean video;
        final SequenceUnwrapper numbers = new SequenceUnwrapper();
        final NackTracker gaps = new NackTracker();
        final TreeMap<Long, Arrived> packets = new TreeMap<>();
        int ssrc;
        int repaired;
        int duplicates;
        int reports;

        Line(MediaSection section) {
            this.section = section;
            this.video = section.video();
        }

        /// Frames whose every packet came, in the order of the line.
        List<Picture> frames() {
            List<Picture> whole = new ArrayList<>();
            int pieces = 0;
            long previous = Long.MIN_VALUE;
            for (Arrived a : packets.values()) {
                pieces = a.picture.piece() == 0 ? 1 : a.number == previous + 1 ? pieces + 1 : 0;
                previous = a.number;
                if (a.marker && pieces == a.picture.pieces())
                    whole.add(a.picture);
            }
            return whole;
        }

        /// The packets from the first whole key frame on: what a decoder makes pictures of. Empty before that.
        NavigableMap<Long, Arrived> decoded() {
            long start = -1;
            long previous = -1;
            for (Arrived a : packets.values()) {
                if (a.picture.key() && a.picture.piece() == 0)
                    start = a.number;
                else
                    if (a.number != previous + 1)
                        start = -1;
                previous = a.number;
                if (start >= 0 && a.marker)
                    return packets.tailMap(start, true);
            }
            return new TreeMap<>();
        }

        Arrived last() {
            return packets.lastEntry().getValue();
        }
    }

    final Map<Integer, Line> bySsrc = new HashMap<>();
    final Map<Integer, Line> byRtxSsrc = new HashMap<>();
    final Map<String, Line> lines = new HashMap<>();
    private final long sessionId = random.nextLong(1L << 60);
    private final int[] asked = new int[NackTracker.MAX_ASKED];
    private long nextComplaintNs;
    boolean repairs = true;

    Subscriber(long seed, String fingerprint) {
        super(seed, fingerprint);
    }

    /// Takes the server's offer; returns the answer.
    String answer(String offerText) {
        remote(offerText);
        Sdp offer = Sdp.parse(offerText);
        List<MediaSection> sections = new ArrayList<>();
        for (MediaSection offered : offer.media()) {
            listen(offered);
            sections.add(MediaSection
                    .rtp(offered.kind(), offered.mid(), offered.direction().reverse(), transport("active"))
                    .withPayloads(offered.payloads()).withExtensions(offered.extensions()));
        }
        return new Sdp(sessionId, 1, false, offer.bundle(), List.of(), sections).write();
    }

    void listen(MediaSection offered) {
        if (lines.containsKey(offered.mid()))
            return;
        var line = new Line(offered);
        line.ssrc = offered.layers().getFirst();
        lines.put(offered.mid(), line);
        bySsrc.put(line.ssrc, line);
        if (offered.repairOf(line.ssrc) != 0)
            byRtxSsrc.put(offered.repairOf(line.ssrc), line);
    }

    Line line(String mid) {
        return lines.get(mid);
    }

    @Override
    void onRtp() {
        Line line = bySsrc.get(rtp.ssrc());
        if (line != null) {
            take(line, rtp.sequence(), rtp.payloadAt(), rtp.payloadLength());
            return;
        }
        line = byRtxSsrc.get(rtp.ssrc());
        if (line == null)
            throw new AssertionError("SSRC " + rtp.ssrc() + " was never offered");
        line.repaired++;
        take(line, u16(m, rtp.payloadAt()), rtp.payloadAt() + 2, rtp.payloadLength() - 2);
    }

    private void take(Line line, int sequence, long payloadAt, int payloadLength) {
        long number = line.numbers.unwrap(sequence);
        line.gaps.onPacket(sequence, nowNs);
        if (line.section.payload(rtp.payloadType()) == null)
            throw new AssertionError("payload type " + rtp.payloadType() + " was never offered");
        Picture picture = line.video ? Picture.read(m, payloadAt, payloadLength) : null;
        if (line.packets.isEmpty())
            nextComplaintNs = nowNs + 300_000_000;
        var before = line.packets.putIfAbsent(number,
                new Arrived(number, rtp.timestamp(), rtp.marker(), picture, nowNs));
        if (before != null)
            line.duplicates++;
    }

    @Override
    void onTick() {
        for (Line line : lines.values()) {
            if (line.video)
                complain(line);
            if (!repairs || !line.video || !Deadline.passed(line.gaps.nextDeadlineNs(), nowNs))
                continue;
            int count = line.gaps.onTimeout(nowNs, asked);
            if (count == 0)
                continue;
            beginRtcp();
            rtcp.nack(SENDER, line.ssrc, asked, count);
            sendRtcp();
        }
    }

    /// A decoder that got something, but nothing to begin with, says so.
    private void complain(Line line) {
        if (line.packets.isEmpty() || !line.decoded().isEmpty() || nextComplaintNs - nowNs > 0)
            return;
        nextComplaintNs = nowNs + 300_000_000;
        askForKeyFrame(line.section.mid());
    }

    void askForKeyFrame(String mid) {
        beginRtcp();
        rtcp.pli(SENDER, line(mid).ssrc);
        sendRtcp();
    }

    void askAgain(String mid, int sequence) {
        beginRtcp();
        rtcp.nack(SENDER, line(mid).ssrc, new int[]{ sequence & 0xffff}, 1);
        sendRtcp();
    }

    @Override
    public void senderReport(int ssrc, long ntpTime, long rtpTimestamp, long packets, long bytes) {
        if (bySsrc.containsKey(ssrc))
            bySsrc.get(ssrc).reports++;
    }
}
