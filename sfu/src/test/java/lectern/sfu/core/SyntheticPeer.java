package lectern.sfu.core;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import lectern.sfu.dtls.DtlsHandshake.Keys;
import lectern.sfu.ice.Stun;
import lectern.sfu.ice.StunKey;
import lectern.sfu.ice.StunWriter;
import lectern.sfu.rtp.BigEndian;
import lectern.sfu.rtp.Rtcp;
import lectern.sfu.rtp.RtcpWriter;
import lectern.sfu.rtp.RtpPacket;
import lectern.sfu.sdp.Fingerprint;
import lectern.sfu.sdp.MediaSection;
import lectern.sfu.sdp.Sdp;
import lectern.sfu.sdp.Transport;
import lectern.sfu.srtp.SrtpEngine;
import lectern.sfu.srtp.SrtpSession;

/// A client made of packets alone: it checks and nominates by ICE, gets keys, speaks SRTP. Time and datagrams come in; datagrams go
/// out by the consumer it was given. Used in virtual time, and over real sockets.
abstract class SyntheticPeer implements Rtcp.Sink {
    private static final SrtpEngine ENGINE = SrtpEngine.probe();
    private static final long CHECK_NS = 50_000_000;
    private static final long CONSENT_NS = 2_500_000_000L;

    final Random random;
    final MemorySegment m = Arena.ofAuto().allocate(4_096);
    final RtpPacket rtp = new RtpPacket();
    final RtcpWriter rtcp = new RtcpWriter();
    Consumer<byte[]> network = _ -> {};
    /// Sends a first DTLS flight, however keys are agreed on here.
    Runnable callForKeys = () -> {};
    Consumer<byte[]> dtls = _ -> {};
    String ufrag;
    private final String fingerprint;
    private String remoteUfrag = "";
    private StunKey remoteKey = new StunKey("none yet");
    private final Stun stun = new Stun();
    private final StunWriter writer = new StunWriter();
    private SrtpSession in;
    private SrtpSession out;
    private long nextCheckNs;
    boolean answered;
    long nowNs;

    SyntheticPeer(long seed, String fingerprint) {
        this.random = new Random(seed);
        this.fingerprint = fingerprint;
        this.ufrag = "u" + Math.abs(random.nextInt());
    }

    Transport transport(String setup) {
        return new Transport(ufrag, "password-of-22-characters-or-more", "trickle",
                List.of(new Fingerprint("sha-256", fingerprint)), setup, List.of(), false);
    }

    void restartIce() {
        ufrag = "r" + Math.abs(random.nextInt());
        answered = false;
    }

    void remote(String description) {
        MediaSection section = Sdp.parse(description).media().stream().filter(s -> !s.rejected()).findFirst()
                .orElseThrow();
        if (remoteUfrag.equals(section.transport().ufrag()))
            return;
        remoteUfrag = section.transport().ufrag();
        remoteKey = new StunKey(section.transport().password());
        nextCheckNs = nowNs;
    }

    static String fingerprintOf(String description) {
        return Sdp.parse(description).media().getFirst().transport().fingerprints("sha-256").getFirst();
    }

    void keys(Keys keys) {
        out = SrtpSession.of(ENGINE, keys.profile(), keys.clientKey(), keys.clientSalt());
        in = SrtpSession.of(ENGINE, keys.profile(), keys.serverKey(), keys.serverSalt());
    }

    boolean up() {
        return answered && out != null;
    }

    /// To be called every few milliseconds.
    final void tick(long time) {
        nowNs = time;
        if (!remoteUfrag.isEmpty() && nextCheckNs - time <= 0) {
            nextCheckNs = time + (up() ? CONSENT_NS : CHECK_NS);
            writer.begin(m, 0, Stun.BINDING_REQUEST, random.nextLong(), random.nextInt());
            writer.username(remoteUfrag + ":" + ufrag);
            writer.priority(1);
            writer.controlling(7);
            writer.useCandidate();
            send(writer.finish(remoteKey));
            if (answered && out == null)
                callForKeys.run();
        }
        if (up())
            onTick();
    }

    final void receive(byte[] datagram, long time) {
        nowNs = time;
        MemorySegment.copy(datagram, 0, m, ValueLayout.JAVA_BYTE, 0, datagram.length);
        int first = datagram[0] & 0xff;
        if (first < 4) {
            if (stun.parse(m, 0, datagram.length) && stun.type() == Stun.BINDING_SUCCESS && stun.verify(remoteKey)) {
                if (!answered && out == null)
                    callForKeys.run();
                answered = true;
            }
        } else if (first < 64) {
            dtls.accept(datagram);
        } else if (in != null) {
            onSrtp(datagram.length);
        }
    }

    private void onSrtp(int length) {
        int type = BigEndian.u8(m, 1);
        if (type >= 192 && type <= 223) {
            int plain = in.unprotectRtcp(m, 0, length);
            if (plain > 0 && !Rtcp.read(m, 0, plain, this))
                throw new AssertionError("the server's RTCP is broken");
            return;
        }
        int plain = in.unprotectRtp(m, 0, length);
        if (plain > 0) {
            if (!rtp.parse(m, 0, plain))
                throw new AssertionError("the server's RTP is broken");
            onRtp();
        }
    }

    abstract void onTick();

    abstract void onRtp();

    final void sendRtp(int length) {
        send(out.protectRtp(m, 0, length));
    }

    final void beginRtcp() {
        rtcp.begin(m, 0, 1_200);
    }

    final void sendRtcp() {
        send(out.protectRtcp(m, 0, rtcp.length()));
    }

    private void send(int length) {
        if (length > 0)
            network.accept(m.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE));
    }
}
