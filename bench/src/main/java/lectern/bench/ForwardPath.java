package lectern.bench;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.sfu.Route;
import lectern.sfu.core.Context;
import lectern.sfu.core.CoreEvents;
import lectern.sfu.core.Egress;
import lectern.sfu.core.Handshakes;
import lectern.sfu.core.MediaCore;
import lectern.sfu.core.UpNegotiation;
import lectern.sfu.dtls.DtlsHandshake.Keys;
import lectern.sfu.dtls.DtlsHandshake.Outcome;
import lectern.sfu.ice.Stun;
import lectern.sfu.ice.StunKey;
import lectern.sfu.ice.StunWriter;
import lectern.sfu.io.PacketRing;
import lectern.sfu.io.PathTable;
import lectern.sfu.io.ReceiveBatch;
import lectern.sfu.io.SendBatch;
import lectern.sfu.io.UdpPort;
import lectern.sfu.rtp.Deadline;
import lectern.sfu.sdp.Sdp;
import lectern.sfu.srtp.SrtpEngine;
import lectern.sfu.srtp.SrtpProfile;
import lectern.sfu.srtp.SrtpSession;

/// One publisher and many subscribers on real sockets, around the real core and the real port. Descriptions, ICE and SRTP are as
/// in a class; only DTLS is left out: keys are handed to both sides. The loop's turns are the caller's, so that its CPU time is
/// the path's alone: what the publisher does in between isn't counted.
final class ForwardPath implements AutoCloseable {
    /// @param cpuNs          of the loop, a forwarded packet
    /// @param allocatedBytes likewise
    record Cost(double cpuNs, double allocatedBytes) {}

    private static final String FINGERPRINT = "AA:".repeat(31) + "AA";
    private static final int FEW = 16; // sent at once, before the loop takes them in its own portions
    private static final SrtpProfile PROFILE = SrtpProfile.AEAD_AES_128_GCM;
    private static final Pattern ATTRIBUTE = Pattern.compile("a=(ice-ufrag|ice-pwd):(\\S+)");

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final PacketRing ring = new PacketRing();
    private final PathTable paths = new PathTable();
    private final ReceiveBatch in;
    private final SendBatch out = new SendBatch();
    private final SrtpEngine engine = SrtpEngine.probe();
    private final UdpPort port;
    private final MediaCore core;
    private final List<Client> clients = new ArrayList<>();
    private final Client sender;
    private final Publisher publisher;
    private final int subscribers;
    private final int payloadBytes;
    private int connected;
    private byte keySeed;

    /// One peer's socket, with what it needs for connectivity checks.
    private record Client(DatagramChannel channel, StunKey key, String username) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    ForwardPath(int subscribers, int payloadBytes, int burst) throws IOException {
        this.subscribers = subscribers;
        this.payloadBytes = payloadBytes;
        in = new ReceiveBatch(burst);
        var bind = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        port = UdpPort.open(bind, UdpPort.Kind.AUTO, ring, paths, burst);
        core = new MediaCore(new Context(ring, paths, out, new ToPort(), engine, FINGERPRINT, new GivenKeys(),
                new Listener(), new SecureRandom(), 0), subscribers + 1);
        sender = connect(core.offerUp("publisher", new UpNegotiation(publisherOffer()), now()).write());
        publisher = new Publisher(sender.channel, SrtpSession.of(engine, PROFILE, key((byte) 1), salt((byte) 1)),
                payloadBytes);
        for (int i = 0; i < subscribers; i++) {
            String peer = "subscriber" + i;
            String offer = core.offerDown(peer, 1, 0, false, now()).write();
            core.answerDown(peer, Sdp.parse(subscriberAnswer(offer)), now());
            connect(offer);
            core.route(peer, List.of(new Route("v0", "publisher", "0", 720)), now());
        }
        if (connected != subscribers + 1)
            throw new IllegalStateException("connected: " + connected + " of " + (subscribers + 1));
    }

    /// That packets arrive, whole and with keys of their receiver.
    void check() throws IOException {
        Client last = clients.getLast();
        MemorySegment memory = Arena.ofAuto().allocate(2_048);
        ByteBuffer buffer = memory.asByteBuffer();
        run(FEW);
        int good = 0;
        last.channel.configureBlocking(false);
        try (SrtpSession session = SrtpSession.of(engine, PROFILE, key((byte) -keySeed), salt((byte) -keySeed))) {
            for (int length; (length = last.channel.read(buffer.clear())) > 0;) // among answers to its own checks
                if (session.unprotectRtp(memory, 0, length) > payloadBytes)
                    good++;
        }
        if (good != FEW)
            throw new IllegalStateException("the last subscriber got " + good + " of " + FEW + " packets");
    }

    Cost run(int packets) throws IOException {
        for (Client client : clients)
            check(client);
        turnUntilIdle();
        long before = port.stats().sent();
        long cpuNs = 0;
        long bytes = 0;
        int whole = (packets + FEW - 1) / FEW * FEW;
        for (int done = 0; done < whole; done += FEW) {
            for (int i = 0; i < FEW; i++)
                publisher.send();
            long bytesThen = threads.getCurrentThreadAllocatedBytes();
            long cpuThen = threads.getCurrentThreadCpuTime();
            for (int taken = 0; taken < FEW;)
                taken += turn();
            cpuNs += threads.getCurrentThreadCpuTime() - cpuThen;
            bytes += threads.getCurrentThreadAllocatedBytes() - bytesThen;
        }
        long forwarded = (long) whole * subscribers;
        long sent = port.stats().sent() - before;
        if (sent < forwarded)
            throw new IllegalStateException("forwarded " + sent + " of " + forwarded + " packets: " + port.stats()
                    + ", " + core.loopStats(io(), srtp(), port.port()));
        return new Cost((double) cpuNs / forwarded, (double) bytes / forwarded);
    }

    /// As the loop does it.
    private int turn() {
        int count = port.receive(in, 0);
        long nowNs = now();
        for (int i = 0; i < count; i++)
            core.onPacket(in.slot(i), in.offset(i), in.length(i), in.path(i), nowNs);
        if (Deadline.passed(core.nextDeadlineNs(), nowNs))
            core.onTimeout(nowNs);
        core.flush();
        return count;
    }

    private void turnUntilIdle() {
        while (turn() > 0) {
            // on loopback what was sent is there
        }
    }

    private static long now() {
        return System.nanoTime();
    }

    String io() {
        return port.describe();
    }

    String srtp() {
        return engine.describe();
    }

    /// ICE with the credentials that our description tells, then something that looks like DTLS.
    private Client connect(String description) throws IOException {
        Map<String, String> ice = new java.util.HashMap<>();
        Matcher attributes = ATTRIBUTE.matcher(description);
        while (attributes.find())
            ice.putIfAbsent(attributes.group(1), attributes.group(2));
        var channel = DatagramChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 1 << 16); // nobody reads: it fills up, then drops
        channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.port()));
        var client = new Client(channel, new StunKey(ice.get("ice-pwd")), ice.get("ice-ufrag") + ":bench");
        clients.add(client);
        check(client);
        channel.write(ByteBuffer.wrap(new byte[]{ 22, 0}));
        turnUntilIdle();
        return client;
    }

    /// A connectivity check, which is also the consent that must be renewed every 30 s.
    private void check(Client client) throws IOException {
        MemorySegment memory = Arena.ofAuto().allocate(Stun.MAX_BYTES);
        var request = new StunWriter();
        request.begin(memory, 0, Stun.BINDING_REQUEST, now(), client.hashCode());
        request.username(client.username);
        request.controlling(1);
        request.useCandidate();
        request.priority(1);
        int length = request.finish(client.key);
        client.channel.write(memory.asByteBuffer().limit(length));
        turnUntilIdle();
    }

    private static byte[] key(byte seed) {
        byte[] key = new byte[PROFILE.keyBytes()];
        key[0] = seed;
        return key;
    }

    private static byte[] salt(byte seed) {
        byte[] salt = new byte[PROFILE.saltBytes()];
        salt[0] = seed;
        return salt;
    }

    private static String publisherOffer() {
        return session("0") + """
                m=video 9 UDP/TLS/RTP/SAVPF %1$d 97
                c=IN IP4 0.0.0.0
                %2$s
                a=mid:0
                a=sendonly
                a=rtcp-mux
                a=extmap:%4$d http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time
                a=extmap:%5$d http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01
                a=extmap:%6$d urn:ietf:params:rtp-hdrext:sdes:mid
                a=rtpmap:%1$d VP8/90000
                a=rtcp-fb:%1$d transport-cc
                a=rtcp-fb:%1$d nack
                a=rtcp-fb:%1$d nack pli
                a=rtpmap:97 rtx/90000
                a=fmtp:97 apt=%1$d
                a=ssrc:%3$d cname:bench
                """.formatted(Publisher.PAYLOAD_TYPE, transport("actpass"), Publisher.SSRC, Publisher.SEND_TIME_ID,
                Publisher.TRANSPORT_CC_ID, Publisher.MID_ID);
    }

    /// Takes every line that is offered, as offered.
    private static String subscriberAnswer(String offer) {
        String[] sections = offer.split("(?m)^(?=m=)");
        var mids = new StringBuilder();
        var lines = new StringBuilder();
        for (int i = 1; i < sections.length; i++) {
            for (String line : sections[i].split("\r?\n")) {
                if (line.startsWith("a=mid:"))
                    mids.append(i == 1 ? "" : " ").append(line.substring(6));
                if (line.matches("(m=|c=|a=(mid|rtcp-mux|rtpmap|fmtp|rtcp-fb|extmap)).*"))
                    lines.append(line).append('\n');
                if (line.startsWith("a=mid:"))
                    lines.append("a=recvonly\n").append(transport("active")).append('\n');
            }
        }
        return session(mids.toString()) + lines;
    }

    private static String session(String mids) {
        return """
                v=0
                o=- 1 1 IN IP4 127.0.0.1
                s=-
                t=0 0
                a=group:BUNDLE %s
                """.formatted(mids);
    }

    private static String transport(String setup) {
        return """
                a=ice-ufrag:bench
                a=ice-pwd:benchbenchbenchbenchbench
                a=fingerprint:sha-256 %s
                a=setup:%s""".formatted(FINGERPRINT, setup);
    }

    @Override
    public void close() throws IOException {
        core.closeAll(now());
        port.close();
        for (Client client : clients)
            client.close();
    }

    private final class ToPort implements Egress {
        @Override
        public void send(SendBatch batch) {
            port.send(batch);
        }

        @Override
        public void toStream(int path, byte[] packet) {
            throw new IllegalStateException("there are no streams here");
        }
    }

    /// In place of DTLS: each association gets keys of its own, the nth those of seed n, and -n for the other direction.
    private final class GivenKeys implements Handshakes {
        @Override
        public Handshake open(Collection<String> fingerprints, Consumer<byte[]> send, Consumer<Outcome> done) {
            byte seed = ++keySeed;
            byte other = (byte) -seed;
            return new Handshake() {
                @Override
                public void offer(byte[] datagram) {
                    done.accept(new Keys(PROFILE, key(seed), salt(seed), key(other), salt(other)));
                }

                @Override
                public void close() {
                }
            };
        }
    }

    private final class Listener implements CoreEvents {
        @Override
        public void connected(String peer) {
            connected++;
        }

        @Override
        public void disconnected(String peer, String why) {
            throw new IllegalStateException(peer + ": " + why);
        }

        @Override
        public void levels(Map<String, Integer> levels) {
        }

        @Override
        public void firstKeyFrame(String upPeer, String mid) {
        }
    }
}
