package lectern.sfu.core;

import java.security.SecureRandom;
import java.util.List;
import lectern.sfu.io.PacketRing;
import lectern.sfu.io.PathTable;
import lectern.sfu.io.SendBatch;
import lectern.sfu.rtp.Deadline;
import lectern.sfu.rtp.RtcpWriter;
import lectern.sfu.rtp.RtpHeader;
import lectern.sfu.sdp.Candidate;
import lectern.sfu.srtp.SrtpEngine;

/// What every connection of one core shares: memory, the way out, counters, and the views that are reused for each packet.
public final class Context {
    private final PacketRing ring;
    private final PathTable paths;
    private final SrtpEngine engine;
    private final String fingerprint;
    private List<Candidate> candidates = List.of();
    private final Handshakes handshakes;
    private final CoreEvents events;
    private final SecureRandom random;
    private final long ntpAheadNs;
    private final Outbox outbox;
    private final PathOwners owners;
    private final Drops drops = new Drops();
    private final RtpHeader header = new RtpHeader();
    private final RtcpWriter rtcp = new RtcpWriter();
    private final MediaPacket recalled = new MediaPacket();
    private long nowNs;
    private long deadlineNs = Deadline.NONE;
    private int sendTime;

    /// @param fingerprint of our certificate, "AA:BB:…"
    /// @param ntpAheadNs  NTP time in nanoseconds less the core's clock
    public Context(PacketRing ring, PathTable paths, SendBatch batch, Egress egress, SrtpEngine engine,
            String fingerprint, Handshakes handshakes, CoreEvents events,
            SecureRandom random, long ntpAheadNs) {
        this.ring = ring;
        this.paths = paths;
        this.engine = engine;
        this.fingerprint = fingerprint;
        this.handshakes = handshakes;
        this.events = events;
        this.random = random;
        this.ntpAheadNs = ntpAheadNs;
        this.outbox = new Outbox(batch, paths, egress);
        this.owners = new PathOwners(paths, outbox);
    }

    /// Every packet sent from here on says it left at this moment.
    void at(long time) {
        if (time == nowNs)
            return;
        nowNs = time;
        sendTime = (int) (NtpTime.ofNs(time + ntpAheadNs) >>> 14) & 0xffffff;
    }

    /// Somebody has something to do by then.
    void wakeAt(long atNs) {
        deadlineNs = Deadline.earlier(deadlineNs, atNs);
    }

    long deadlineNs() {
        return deadlineNs;
    }

    void clearDeadline() {
        deadlineNs = Deadline.NONE;
    }

    void sleepUntilAtLeast(long atNs) {
        if (Deadline.passed(deadlineNs, atNs))
            deadlineNs = atNs;
    }

    long nowNs() {
        return nowNs;
    }

    PacketRing ring() {
        return ring;
    }

    PathTable paths() {
        return paths;
    }

    SrtpEngine engine() {
        return engine;
    }

    String fingerprint() {
        return fingerprint;
    }

    void candidates(List<Candidate> told) {
        candidates = List.copyOf(told);
    }

    List<Candidate> candidates() {
        return candidates;
    }

    Handshakes handshakes() {
        return handshakes;
    }

    CoreEvents events() {
        return events;
    }

    SecureRandom random() {
        return random;
    }

    long ntpAheadNs() {
        return ntpAheadNs;
    }

    Outbox outbox() {
        return outbox;
    }

    PathOwners owners() {
        return owners;
    }

    Drops drops() {
        return drops;
    }

    RtpHeader header() {
        return header;
    }

    RtcpWriter rtcp() {
        return rtcp;
    }

    /// The view of a packet taken from a cache; valid until the next is taken.
    MediaPacket recalled() {
        return recalled;
    }

    /// abs-send-time: 24 bits, 6 of them whole seconds.
    int sendTime() {
        return sendTime;
    }
}
