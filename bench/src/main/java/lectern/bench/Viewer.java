package lectern.bench;

import java.io.IOException;
import java.util.List;
import lectern.sfu.rtp.BigEndian;
import lectern.sfu.rtp.Deadline;
import lectern.sfu.rtp.NackTracker;
import lectern.sfu.rtp.ReceptionReport;
import lectern.sfu.rtp.RtcpWriter;
import lectern.sfu.rtp.RtpPacket;
import lectern.sfu.sdp.Direction;
import lectern.sfu.sdp.HeaderExtension;
import lectern.sfu.sdp.MediaSection;
import lectern.sfu.sdp.PayloadType;
import lectern.sfu.sdp.Sdp;
import org.jspecify.annotations.Nullable;

/// Receives, decrypts, counts, reports and asks for what is missing as a browser would, and for a key frame until something
/// comes.
final class Viewer extends SyntheticPeer {
    private final Latencies latencies;
    private final int ownSsrc;
    private volatile int mediaSsrc;
    private final NackTracker gaps = new NackTracker();
    private final int[] missing = new int[NackTracker.MAX_ASKED];
    private int videoType = VideoSource.VP8;
    private int repairType = VideoSource.RTX;
    private @Nullable ReceptionReport report;
    private volatile long received;
    private volatile long lost;
    private volatile long repaired;

    Viewer(PeerLoop loop, boolean controlling, Latencies latencies) throws IOException {
        super(loop, controlling);
        this.latencies = latencies;
        this.ownSsrc = loop.random().nextInt() | 1;
    }

    /// A WHEP player's offer.
    Sdp offer() {
        var section = MediaSection.rtp("video", "0", Direction.RECVONLY, transport())
                .withPayloads(VideoSource.PAYLOADS)
                .withExtensions(List.of(new HeaderExtension(VideoSource.MID_ID, HeaderExtension.MID)));
        return new Sdp(1, 1, false, List.of("0"), List.of(), List.of(section));
    }

    /// The answer to a server's offer of one video line.
    Sdp answer(Sdp offer) {
        MediaSection theirs = offer.media().getFirst();
        List<PayloadType> known = theirs.payloads().stream()
                .filter(p -> p.encoding().equalsIgnoreCase("VP8") || p.encoding().equalsIgnoreCase("rtx")).toList();
        videoType = known.getFirst().number();
        for (PayloadType payload : known)
            if (payload.repairs() == videoType)
                repairType = payload.number();
        var section = MediaSection.rtp("video", theirs.mid(), Direction.RECVONLY, transport()).withPayloads(known);
        return new Sdp(1, 1, false, List.of(theirs.mid()), List.of(), List.of(section));
    }

    @Override
    void connect(MediaSection theirs) {
        if (!theirs.layers().isEmpty())
            mediaSsrc = theirs.layers().getFirst();
        super.connect(theirs);
    }

    long received() {
        return received;
    }

    /// What never came, and what hasn't come yet.
    long lost() {
        return lost;
    }

    /// What came late, on request.
    long repaired() {
        return repaired;
    }

    @Override
    protected void onRtp(long nowNs) {
        RtpPacket packet = loop.packet();
        if (packet.payloadType() == repairType && packet.payloadLength() > 2) {
            gaps.onPacket(BigEndian.u16(packet.memory(), packet.payloadAt()), nowNs); // RFC 4588: the original's number
        } else if (packet.payloadType() == videoType && packet.payloadLength() > 8) {
            if (report == null || report.ssrc() != packet.ssrc())
                report = new ReceptionReport(packet.ssrc(), 90_000);
            report.onPacket(packet.sequence(), packet.timestamp(), nowNs);
            gaps.onPacket(packet.sequence(), nowNs);
            received++;
            long madeNs = BigEndian.i64(packet.memory(), packet.payloadAt() + packet.payloadLength() - 8);
            latencies.add(System.nanoTime() - madeNs);
        }
        repaired = gaps.repaired();
        lost = gaps.givenUp() + gaps.missing();
    }

    @Override
    public void senderReport(int ssrc, long ntpTime, long rtpTimestamp, long packets, long bytes) {
        if (report != null && report.ssrc() == ssrc)
            report.onSenderReport(ntpTime, System.nanoTime());
    }

    @Override
    protected void report(RtcpWriter out, long nowNs) {
        out.receiverReport(ownSsrc);
        if (report != null)
            report.write(out, nowNs);
        else
            out.pli(ownSsrc, mediaSsrc);
    }

    @Override
    protected long work(long nowNs) {
        if (report != null && Deadline.passed(gaps.nextDeadlineNs(), nowNs)) {
            int asked = gaps.onTimeout(nowNs, missing);
            RtcpWriter out = loop.rtcp();
            out.begin(loop.out(), 0, 1_200);
            if (out.nack(ownSsrc, report.ssrc(), missing, asked))
                sendRtcp(out.length());
        }
        return Deadline.earlier(gaps.nextDeadlineNs(), nowNs + 1_000_000_000L);
    }
}
