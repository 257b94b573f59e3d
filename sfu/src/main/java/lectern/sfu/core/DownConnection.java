package lectern.sfu.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.sfu.Route;
import lectern.sfu.rtp.Deadline;
import lectern.sfu.rtp.RtcpWriter;
import lectern.sfu.sdp.MediaSection;
import lectern.sfu.sdp.Sdp;
import lectern.sfu.sdp.SdpException;
import org.jspecify.annotations.Nullable;

/// A receiver: its lines, what each shall carry, and what the client says of what it got.
final class DownConnection extends Connection {
    static final int MAX_LINES = Sdp.MAX_SECTIONS;
    // Voice and picture can be put in step only after both have reported.
    private static final long REPORT_NS = 500_000_000;
    private static final int REPORT_BYTES = 80;
    // Repair is a fraction of the media; one who asks for more than this a second is broken or hostile.
    private static final long RESEND_BYTES_A_SECOND = 1_000_000;
    private static final long RESEND_BURST_BYTES = 300_000;

    private final Map<String, DownTrack> lines = new LinkedHashMap<>();
    private final List<DownTrack> ordered = new ArrayList<>();
    private Map<String, Route> routes = Map.of();
    private @Nullable DownTrack lastAsked;
    private int slots;
    private int voices;
    private long nextReportNs;
    private long resendBytes = RESEND_BURST_BYTES;
    private long resendAtNs;

    DownConnection(Context context, String peer, long nowNs) {
        super(context, peer, nowNs);
        nextReportNs = Deadline.onBeat(nowNs, REPORT_NS);
        resendAtNs = nowNs;
    }

    /// Our offer of at least so many slots and voices. Lines once offered stay: an m-line can't be taken back.
    Sdp offer(int wantedSlots, int wantedVoices) {
        if (wantedSlots < 0 || wantedVoices < 0 || 2 * wantedSlots + wantedVoices > MAX_LINES)
            throw new SdpException("at most " + MAX_LINES + " lines: a slot has two, a voice one");
        for (; slots < wantedSlots; slots++) {
            add(new DownTrack(this, "a" + slots, "slot" + slots, false));
            add(new DownTrack(this, "v" + slots, "slot" + slots, true));
        }
        for (; voices < wantedVoices; voices++)
            add(new DownTrack(this, "x" + voices, "voice" + voices, false));
        return DownNegotiation.offer(sessionId, nextVersion(), ordered, transport("actpass"));
    }

    /// The client's answer to [#offer].
    void answer(Sdp answer, long nowNs) {
        for (DownTrack line : ordered) {
            MediaSection section = answer.section(line.mid);
            line.agree(section == null
                    ? DownTerms.NONE
                    : DownNegotiation.terms(section,
                            !section.rejected() && section.direction().receives()));
            line.restart(nowNs);
        }
    }

    /// A client's offer (WHEP): its lines become ours, under its mids.
    Sdp answerOffer(Sdp offer, long nowNs) {
        for (MediaSection section : offer.media()) {
            boolean wanted = DownNegotiation.wants(offer, section);
            DownTrack line = lines.get(section.mid());
            if (line == null && wanted && ordered.size() < MAX_LINES)
                add(line = new DownTrack(this, section.mid(), "whep", section.video()));
            if (line != null) {
                line.agree(DownNegotiation.terms(section, wanted));
                line.restart(nowNs);
            }
        }
        return DownNegotiation.answer(offer, lines, sessionId, nextVersion(), transport("passive"));
    }

    private void add(DownTrack line) {
        lines.put(line.mid, line);
        ordered.add(line);
    }

    List<DownTrack> lines() {
        return ordered;
    }

    /// The complete list of what is carried from now on.
    void route(List<Route> wanted) {
        Map<String, Route> byMid = new LinkedHashMap<>();
        for (Route route : wanted)
            byMid.put(route.mid(), route);
        routes = byMid;
    }

    @Nullable
    Route routeOf(DownTrack line) {
        return routes.get(line.mid);
    }

    @Override
    void onUp(long nowNs) {
        for (DownTrack line : ordered)
            line.choose(nowNs);
    }

    /// Whether repairs of that size are still within what a second may bring.
    boolean mayResend(int bytes, long nowNs) {
        long earned = (nowNs - resendAtNs) * RESEND_BYTES_A_SECOND / 1_000_000_000L;
        if (earned > 0) {
            resendBytes = Math.min(RESEND_BURST_BYTES, resendBytes + earned);
            resendAtNs = nowNs;
        }
        if (resendBytes < bytes)
            return false;
        resendBytes -= bytes;
        return true;
    }

    private @Nullable DownTrack lineOf(int mediaSsrc) {
        DownTrack last = lastAsked;
        if (last != null && last.ssrc == mediaSsrc)
            return last;
        for (int i = 0; i < ordered.size(); i++)
            if (ordered.get(i).ssrc == mediaSsrc)
                return lastAsked = ordered.get(i);
        return null;
    }

    @Override
    public void report(int reporter, int mediaSsrc, int fractionLost, int packetsLost, long highestSequence,
            long jitter, long lastSr, long delaySinceLastSr) {
        DownTrack line = lineOf(mediaSsrc);
        if (line != null)
            line.receiver.onReport(packetsLost, jitter, lastSr, delaySinceLastSr, context.nowNs());
    }

    @Override
    public void nack(int mediaSsrc, int sequence) {
        DownTrack line = lineOf(mediaSsrc);
        if (line != null && ready())
            line.resend(sequence, context.nowNs());
    }

    @Override
    public void pli(int mediaSsrc) {
        DownTrack line = lineOf(mediaSsrc);
        if (line != null)
            line.onKeyFrameWanted(context.nowNs());
    }

    @Override
    public void fir(int mediaSsrc, int command) {
        pli(mediaSsrc);
    }

    @Override
    long onDue(long nowNs) {
        if (Deadline.passed(nextReportNs, nowNs)) {
            nextReportNs = Deadline.onBeat(nowNs, REPORT_NS);
            sendReports(nowNs);
        }
        return nextReportNs;
    }

    private void sendReports(long nowNs) {
        RtcpWriter out = beginRtcp();
        for (DownTrack line : ordered) {
            if (out.length() > RTCP_BYTES - REPORT_BYTES) {
                sendRtcp();
                out = beginRtcp();
            }
            line.report(out, nowNs);
        }
        sendRtcp();
    }

    @Override
    void close() {
        for (DownTrack line : ordered)
            line.carry(null, 0, context.nowNs());
        super.close();
    }
}
