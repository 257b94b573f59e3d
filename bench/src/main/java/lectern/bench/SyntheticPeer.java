package lectern.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Comparator;
import java.util.List;
import lectern.sfu.dtls.DtlsHandshake;
import lectern.sfu.dtls.DtlsHandshake.Failed;
import lectern.sfu.dtls.DtlsHandshake.Keys;
import lectern.sfu.ice.IceCredentials;
import lectern.sfu.ice.Stun;
import lectern.sfu.ice.StunKey;
import lectern.sfu.rtp.BigEndian;
import lectern.sfu.rtp.Rtcp;
import lectern.sfu.rtp.RtcpWriter;
import lectern.sfu.sdp.Candidate;
import lectern.sfu.sdp.Fingerprint;
import lectern.sfu.sdp.MediaSection;
import lectern.sfu.sdp.Transport;
import lectern.sfu.srtp.SrtpProfile;
import lectern.sfu.srtp.SrtpSession;
import org.jspecify.annotations.Nullable;

/// One WebRTC endpoint without codecs, on a socket of its own: real ICE checks, a real DTLS handshake as client, real SRTP.
/// It belongs to its [PeerLoop]'s thread; only [#transport], [#connect] and [#failure] are for others.
abstract class SyntheticPeer implements AutoCloseable, Rtcp.Sink {
    private static final int SOCKET_BUFFER_BYTES = 1 << 20;
    private static final long FIRST_CHECKS_NS = 50_000_000;
    private static final long CONSENT_CHECKS_NS = 2_500_000_000L;
    private static final long REPORTS_NS = 1_000_000_000;
    private static final long CANDIDATE_PRIORITY = 0x6e0001ffL;

    protected final PeerLoop loop;
    private final boolean controlling;
    private final DatagramChannel channel;
    private final IceCredentials local;
    private final StunKey localKey;
    private @Nullable StunKey remoteKey;
    private String remoteUfrag = "";
    private List<String> remoteFingerprints = List.of();
    private boolean checked;
    private long nextCheckNs;
    private long nextReportNs;
    private int checks;
    private @Nullable DtlsHandshake dtls;
    private volatile @Nullable SrtpProfile profile;
    private volatile @Nullable SrtpSession outgoing;
    private @Nullable SrtpSession incoming;
    private volatile @Nullable String failure;

    /// `controlling` is who made the offer, unless the other side is lite.
    SyntheticPeer(PeerLoop loop, boolean controlling) throws IOException {
        this.loop = loop;
        this.controlling = controlling;
        this.local = IceCredentials.random(loop.random());
        this.localKey = new StunKey(local.password());
        this.channel = DatagramChannel.open(java.net.StandardProtocolFamily.INET);
        channel.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER_BYTES);
        channel.bind(new InetSocketAddress(0));
        channel.configureBlocking(false);
    }

    /// What the peer's own description says of its transport.
    Transport transport() {
        return new Transport(local.ufrag(), local.password(), "", List.of(new Fingerprint("sha-256", loop.identity()
                .fingerprint())), "active", List.of(), true);
    }

    /// Begins, towards the best candidate of the other side's section.
    void connect(MediaSection theirs) {
        Candidate candidate = theirs.transport().candidates().stream()
                .filter(c -> c.protocol().equals("udp") && c.component() == 1 && c.address().indexOf(':') < 0)
                .max(Comparator.comparing((Candidate c) -> c.address().startsWith("127."))
                        .thenComparing(Candidate::priority))
                .orElseThrow(() -> new IllegalStateException("no IPv4 candidate to send to"));
        loop.post(() -> {
            remoteUfrag = theirs.transport().ufrag();
            remoteKey = new StunKey(theirs.transport().password());
            remoteFingerprints = theirs.transport().fingerprints("sha-256");
            try {
                channel.connect(new InetSocketAddress(InetAddress.getByName(candidate.address()), candidate.port()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            nextCheckNs = System.nanoTime();
            loop.add(this, channel);
        });
    }

    /// Why the peer can't go on, null while it can.
    @Nullable
    String failure() {
        return failure;
    }

    @Nullable
    SrtpProfile profile() {
        return profile;
    }

    boolean ready() {
        return outgoing != null;
    }

    /// Reads all that has come.
    final void receive(long nowNs) {
        try {
            ByteBuffer buffer = loop.buffer();
            while (true) {
                buffer.clear();
                int length = channel.read(buffer);
                if (length <= 0)
                    return;
                demultiplex(loop.memory(), length, nowNs);
            }
        } catch (PortUnreachableException e) {
            // the server isn't listening yet, or has ended: the next check will tell
        } catch (IOException e) {
            failure = e.toString();
        }
    }

    /// RFC 7983: the first byte tells.
    private void demultiplex(MemorySegment m, int length, long nowNs) throws IOException {
        int first = BigEndian.u8(m, 0);
        if (first < 4)
            onStun(length);
        else
            if (first >= 20 && first < 64)
                offerDtls(length);
            else
                if (first >= 128 && first < 192 && incoming != null && length > 8) {
                    int type = BigEndian.u8(m, 1);
                    boolean rtcp = type >= 192 && type < 224;
                    int plain = rtcp ? incoming.unprotectRtcp(m, 0, length) : incoming.unprotectRtp(m, 0, length);
                    if (plain <= 0)
                        return;
                    if (rtcp)
                        Rtcp.read(m, 0, plain, this);
                    else
                        if (loop.packet().parse(m, 0, plain))
                            onRtp(nowNs);
                }
    }

    private void offerDtls(int length) {
        if (dtls != null) {
            byte[] copy = new byte[length];
            MemorySegment.copy(loop.memory(), java.lang.foreign.ValueLayout.JAVA_BYTE, 0, copy, 0, length);
            dtls.offer(copy);
        }
    }

    private void onStun(int length) throws IOException {
        Stun stun = loop.stun();
        if (!stun.parse(loop.memory(), 0, length))
            return;
        if (stun.type() == Stun.BINDING_REQUEST && stun.verify(localKey)) {
            loop.stunWriter().begin(loop.out(), 0, Stun.BINDING_SUCCESS, stun.transactionHigh(),
                    stun.transactionLow());
            loop.stunWriter().mappedAddress((InetSocketAddress) channel.getRemoteAddress());
            write(loop.stunWriter().finish(localKey));
        } else if (stun.type() == Stun.BINDING_SUCCESS && remoteKey != null && stun.verify(remoteKey) && !checked) {
            checked = true;
            dtls = DtlsHandshake.startClient(loop.identity(), remoteFingerprints, loop.profiles(), this::sendDtls,
                    outcome -> loop.post(() -> onDtls(outcome)));
        }
    }

    /// On the handshake's thread; a channel may be written to from several.
    private void sendDtls(byte[] datagram) {
        try {
            channel.write(ByteBuffer.wrap(datagram));
        } catch (IOException e) {
            failure = e.toString();
        }
    }

    private void onDtls(DtlsHandshake.Outcome outcome) {
        switch (outcome) {
            case Keys keys -> {
                profile = keys.profile();
                outgoing = SrtpSession.of(loop.engine(), keys.profile(), keys.clientKey(), keys.clientSalt());
                incoming = SrtpSession.of(loop.engine(), keys.profile(), keys.serverKey(), keys.serverSalt());
                nextReportNs = System.nanoTime();
            }
            case Failed failed -> failure = "DTLS: " + failed.why();
            case DtlsHandshake.Closed _ -> failure = "the server closed the connection";
        }
    }

    /// Does what is due and returns when to be called next.
    final long onTimer(long nowNs) {
        if (nextCheckNs - nowNs <= 0) {
            check();
            nextCheckNs = nowNs + (checked ? CONSENT_CHECKS_NS : FIRST_CHECKS_NS);
        }
        if (!ready())
            return nextCheckNs;
        if (nextReportNs - nowNs <= 0) {
            RtcpWriter reports = loop.rtcp();
            reports.begin(loop.out(), 0, 1_200);
            report(reports, nowNs);
            sendRtcp(reports.length());
            nextReportNs = nowNs + REPORTS_NS;
        }
        return earlier(nextCheckNs, earlier(nextReportNs, work(nowNs)));
    }

    private static long earlier(long a, long b) {
        return a - b < 0 ? a : b;
    }

    private void check() {
        var writer = loop.stunWriter();
        writer.begin(loop.out(), 0, Stun.BINDING_REQUEST, System.nanoTime(), checks++);
        writer.username(remoteUfrag + ":" + local.ufrag());
        writer.priority(CANDIDATE_PRIORITY);
        if (controlling) {
            writer.controlling(1);
            writer.useCandidate();
        } else
            writer.controlled(1);
        write(writer.finish(remoteKey));
    }

    /// Protects and sends the plain packet in [PeerLoop#out].
    protected final void sendRtp(int length) {
        if (outgoing != null)
            write(outgoing.protectRtp(loop.out(), 0, length));
    }

    /// As [#sendRtp], for RTCP.
    protected final void sendRtcp(int length) {
        if (outgoing != null && length > 0)
            write(outgoing.protectRtcp(loop.out(), 0, length));
    }

    private void write(int length) {
        if (length <= 0)
            return;
        try {
            channel.write(loop.outBuffer().clear().limit(length));
        } catch (PortUnreachableException e) {
            // as when reading
        } catch (IOException e) {
            failure = e.toString();
        }
    }

    /// The packet in [PeerLoop#packet].
    protected abstract void onRtp(long nowNs);

    /// Adds this second's reports.
    protected abstract void report(RtcpWriter out, long nowNs);

    /// Media that is due; returns when the next is.
    protected abstract long work(long nowNs);

    @Override
    public void close() {
        if (dtls != null)
            dtls.close();
        if (outgoing != null)
            outgoing.close();
        if (incoming != null)
            incoming.close();
        outgoing = incoming = null;
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
