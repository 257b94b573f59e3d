package lectern.sfu.core;

import static lectern.sfu.rtp.BigEndian.u16;
import static lectern.sfu.rtp.BigEndian.u8;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lectern.sfu.core.Drops.Reason;
import lectern.sfu.rtp.Deadline;
import lectern.sfu.rtp.NackTracker;
import lectern.sfu.rtp.RtcpWriter;
import lectern.sfu.rtp.RtpPacket;
import lectern.sfu.rtp.TransportFeedback;
import org.jspecify.annotations.Nullable;

/// A publisher: its tracks, which SSRC belongs to which layer, and what it must hear from us (what is missing, how the path does,
/// that a key frame is needed).
final class UpConnection extends Connection {
    private static final long REPORT_NS = 1_000_000_000;
    /// How often to look for layers that were switched off, and for lines that still wait for a key frame.
    private static final long REVIEW_NS = 200_000_000;

    private final MediaPacket packet = new MediaPacket();
    private final LayerFinder layers = new LayerFinder();
    private final TransportFeedback feedback = new TransportFeedback();
    private final int[] missing = new int[NackTracker.MAX_ASKED];
    private final Set<String> pausedMids = new HashSet<>();
    private List<UpTrack> tracks = List.of();
    private UpAgreement agreement = UpAgreement.NONE;
    private long nextReportNs;
    private long nextReviewNs;
    private boolean clockKnown;
    private long clockAheadNs;

    UpConnection(Context context, String peer, long nowNs) {
        super(context, peer, nowNs);
        nextReportNs = Deadline.onBeat(nowNs, REPORT_NS);
        nextReviewNs = Deadline.onBeat(nowNs, REVIEW_NS);
    }

    /// Takes the terms of a (new) answer; a line keeps its track as long as it has its mid and kind.
    void agree(UpAgreement agreed) {
        agreement = agreed;
        List<UpTrack> kept = new ArrayList<>();
        for (UpTerms terms : agreed.lines()) {
            UpTrack before = track(terms.mid());
            if (before != null && before.video == terms.video())
                before.agree(terms);
            kept.add(before != null && before.video == terms.video() ? before : new UpTrack(this, terms));
        }
        for (UpTrack track : tracks)
            if (!kept.contains(track))
                track.end();
        tracks = List.copyOf(kept);
        for (String mid : List.copyOf(pausedMids))
            pause(mid, true, context.nowNs());
        layers.agree(agreed, tracks);
    }

    @Nullable
    UpTrack track(String mid) {
        for (UpTrack track : tracks)
            if (track.mid.equals(mid))
                return track;
        return null;
    }

    /// Holds for a line that is still to come, too.
    void pause(String mid, boolean paused, long nowNs) {
        if (paused)
            pausedMids.add(mid);
        else
            pausedMids.remove(mid);
        UpTrack track = track(mid);
        if (track != null)
            track.pause(paused, nowNs);
    }

    /// What was muted stays so when the client comes back by a new connection.
    void pausedAs(UpConnection before) {
        pausedMids.addAll(before.pausedMids);
    }

    List<UpTrack> tracks() {
        return tracks;
    }

    /// The first audio line is the voice; what a shared screen plays is no speaking.
    @Nullable
    UpTrack voice() {
        for (UpTrack track : tracks)
            if (!track.video)
                return track;
        return null;
    }

    void meter(UpTrack track, RtpPacket rtp) {
        long at = levelAt(rtp);
        if (at >= 0)
            track.meter.onPacket(u8(rtp.memory(), at) & 0x7f);
    }

    /// Where the packet says how loud it is (RFC 6464), or -1.
    long levelAt(RtpPacket rtp) {
        return agreement.levelId() == 0 ? -1 : rtp.extension(agreement.levelId());
    }

    /// Our NTP time less this publisher's: one for all its lines, so that they stay together.
    long clockAheadNs() {
        return clockAheadNs;
    }

    /// A plain RTP packet in its ring slot.
    void onRtp(MemorySegment m, long at, int length, int slot, long nowNs) {
        RtpPacket rtp = packet.rtp;
        if (!rtp.parse(m, at, length)) {
            context.drops().count(Reason.MALFORMED_RTP);
            return;
        }
        long sequenceAt = agreement.transportId() == 0 ? -1 : rtp.extension(agreement.transportId());
        if (sequenceAt >= 0 && rtp.extensionLength(agreement.transportId()) >= 2) {
            feedback.onPacket(u16(m, sequenceAt), nowNs);
            wakeAt(feedback.nextDeadlineNs());
        }
        Layer layer = layers.of(rtp);
        if (layer == null) {
            context.drops().count(Reason.UNKNOWN_SSRC);
            return;
        }
        boolean repaired = layer.isRtx(rtp.ssrc());
        if (repaired && !Rtx.restore(rtp, layer)) {
            context.drops().count(Reason.PADDING);
            return;
        }
        layer.track.onPacket(layer, packet, slot, repaired, nowNs);
    }

    @Override
    void onUp(long nowNs) {
        for (UpTrack track : tracks)
            track.review(nowNs);
    }

    @Override
    public void senderReport(int ssrc, long ntpTime, long rtpTimestamp, long packets, long bytes) {
        Layer layer = layers.known(ssrc);
        if (layer == null || layer.isRtx(ssrc))
            return;
        long nowNs = context.nowNs();
        layer.clock.onReport(ntpTime, rtpTimestamp, nowNs);
        layer.reception().onSenderReport(ntpTime, nowNs);
        // The report that was fastest on its way is the nearest to the truth; clocks drift, so it fades.
        long ahead = nowNs + context.ntpAheadNs() - NtpTime.toNs(ntpTime);
        boolean jumped = Math.abs(ahead - clockAheadNs) > 10_000_000_000L;
        clockAheadNs = !clockKnown || jumped || ahead < clockAheadNs
                ? ahead
                : clockAheadNs + (ahead - clockAheadNs) / 64;
        clockKnown = true;
    }

    void sendPli(Layer layer) {
        RtcpWriter out = beginRtcp();
        out.pli(ssrc, layer.ssrc());
        sendRtcp();
    }

    @Override
    long onDue(long nowNs) {
        long next = nextReviewNs;
        if (Deadline.passed(nextReviewNs, nowNs)) {
            next = nextReviewNs = Deadline.onBeat(nowNs, REVIEW_NS);
            for (UpTrack track : tracks)
                if (track.video)
                    track.review(nowNs);
        }
        while (Deadline.passed(feedback.nextDeadlineNs(), nowNs)) {
            RtcpWriter out = beginRtcp();
            if (!feedback.write(out, ssrc, anySsrc(), nowNs))
                break;
            sendRtcp();
        }
        next = Deadline.earlier(next, feedback.nextDeadlineNs());
        for (UpTrack track : tracks)
            if (track.video && !track.paused())
                for (Layer layer : track.layers())
                    next = Deadline.earlier(next, repair(layer, nowNs));
        if (Deadline.passed(nextReportNs, nowNs)) {
            nextReportNs = Deadline.onBeat(nowNs, REPORT_NS);
            report(nowNs);
        }
        return Deadline.earlier(next, nextReportNs);
    }

    private long repair(Layer layer, long nowNs) {
        if (Deadline.passed(layer.gaps.nextDeadlineNs(), nowNs)) {
            int count = layer.gaps.onTimeout(nowNs, missing);
            if (count > 0) {
                layer.asked += count;
                RtcpWriter out = beginRtcp();
                out.nack(ssrc, layer.ssrc(), missing, count);
                sendRtcp();
            }
        }
        if (layer.gaps.takeBeyondRepair() && layer.track.carried(layer))
            layer.track.requestKeyFrame(layer, nowNs);
        if (Deadline.passed(layer.keyRequests.deadlineNs(), nowNs) && layer.keyRequests.onTimeout(nowNs))
            sendPli(layer);
        return Deadline.earlier(layer.gaps.nextDeadlineNs(), layer.keyRequests.deadlineNs());
    }

    private void report(long nowNs) {
        RtcpWriter out = beginRtcp();
        out.receiverReport(ssrc);
        for (UpTrack track : tracks)
            for (Layer layer : track.layers())
                layer.reception().write(out, nowNs);
        sendRtcp();
    }

    private int anySsrc() {
        for (UpTrack track : tracks)
            for (Layer layer : track.layers())
                if (layer.bound())
                    return layer.ssrc();
        return 0;
    }

    @Override
    void close() {
        for (UpTrack track : tracks)
            track.end();
        super.close();
    }
}
