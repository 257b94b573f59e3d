package lectern.sfu.core;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Consumer;
import lectern.sfu.Route;
import lectern.sfu.dtls.DtlsHandshake.Failed;
import lectern.sfu.dtls.DtlsHandshake.Keys;
import lectern.sfu.dtls.DtlsHandshake.Outcome;
import lectern.sfu.io.PacketRing;
import lectern.sfu.io.PathTable;
import lectern.sfu.io.SendBatch;
import lectern.sfu.rtp.Deadline;
import lectern.sfu.sdp.Candidate;
import lectern.sfu.sdp.Sdp;
import lectern.sfu.srtp.SrtpEngine;
import lectern.sfu.srtp.SrtpProfile;

/// A core, its clients and the network between them, in virtual time. All chance comes from the seed. ICE and SRTP are real; a handshake
/// is one datagram that brings the keys.
final class World implements Egress, CoreEvents, Handshakes {
    static final long MILLIS = 1_000_000;
    static final long SECONDS = 1_000 * MILLIS;
    private static final long TICK = 2 * MILLIS;
    private static final int DTLS = 22;

    private record Flying(long atNs, long order, Runnable arrival) {}

    final long seed;
    final Random random;
    final PacketRing ring = new PacketRing(2_048, PacketRing.SLOT_BYTES);
    final PathTable paths = new PathTable(256);
    private final SendBatch batch = new SendBatch(256, 256 * SendBatch.MAX_PACKET_BYTES);
    final MediaCore core;
    final Context context;
    final List<String> events = new ArrayList<>();
    final Map<String, Integer> levels = new LinkedHashMap<>();
    private final PriorityQueue<Flying> network = new PriorityQueue<>(
            (a, b) -> a.atNs == b.atNs ? Long.compare(a.order, b.order) : Long.signum(a.atNs - b.atNs));
    private final Map<SyntheticPeer, InetSocketAddress> addresses = new LinkedHashMap<>();
    private final Map<InetSocketAddress, SyntheticPeer> peers = new HashMap<>();
    private long order;
    private int hosts = 1;
    private double loss;
    private double duplication;
    private long delayNs = MILLIS;
    private long jitterNs;
    boolean handshakesFail;
    // Near the clock's overflow, so that no comparison of deadlines gets by without subtraction.
    long nowNs = Long.MAX_VALUE - 5 * SECONDS;

    World(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        context = new Context(ring, paths, batch, this,
                SrtpEngine.probe(), fingerprint("server"), this, this, repeatable(random.nextLong()),
                3_100_000_000_000_000_000L - nowNs);
        core = new MediaCore(context, 64);
        core.candidates(List.of(Candidate.host("1", false, 65_535, "127.0.0.1", 5_000)));
    }

    @SuppressWarnings("serial")
    private static SecureRandom repeatable(long seed) {
        var chance = new Random(seed);
        return new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                chance.nextBytes(bytes);
            }
        };
    }

    World loss(double probability) {
        loss = probability;
        return this;
    }

    World delay(long ns, long jitter) {
        delayNs = ns;
        jitterNs = jitter;
        return this;
    }

    World duplicate(double probability) {
        duplication = probability;
        return this;
    }

    static String fingerprint(String of) {
        byte[] hash = new byte[32];
        Arrays.fill(hash, (byte) of.hashCode());
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
    }

    // --- who is there

    Publisher publisher(String peer, int id, Publisher.Form form) {
        var publisher = new Publisher(id, random.nextLong(), form, fingerprint(peer));
        connect(publisher);
        negotiate(peer, publisher);
        return publisher;
    }

    void negotiate(String peer, Publisher publisher) {
        String offer = publisher.offer();
        publisher.remote(core.offerUp(peer, new UpNegotiation(offer), nowNs).write());
    }

    Subscriber subscriber(String peer, int slots, int voices) {
        var subscriber = new Subscriber(random.nextLong(), fingerprint(peer));
        connect(subscriber);
        negotiate(peer, subscriber, slots, voices, false);
        return subscriber;
    }

    void negotiate(String peer, Subscriber subscriber, int slots, int voices, boolean restartIce) {
        String offer = core.offerDown(peer, slots, voices, restartIce, nowNs).write();
        core.answerDown(peer, Sdp.parse(subscriber.answer(offer)), nowNs);
    }

    /// Gives the client an address of its own, or another one.
    void connect(SyntheticPeer peer) {
        var address = new InetSocketAddress(InetAddress.ofLiteral("10.0.0." + hosts++), 4_000);
        addresses.put(peer, address);
        peers.put(address, peer);
        peer.nowNs = nowNs;
        peer.network = datagram -> fly(() -> arrive(address, datagram));
        byte[] keys = new byte[56];
        peer.random.nextBytes(keys);
        byte[] hello = new byte[1 + keys.length];
        hello[0] = DTLS;
        System.arraycopy(keys, 0, hello, 1, keys.length);
        peer.callForKeys = () -> peer.network.accept(hello);
        peer.dtls = _ -> peer.keys(keysOf(hello));
    }

    private static Keys keysOf(byte[] hello) {
        return new Keys(SrtpProfile.AEAD_AES_128_GCM, Arrays.copyOfRange(hello, 1, 17),
                Arrays.copyOfRange(hello, 17, 29),
                Arrays.copyOfRange(hello, 29, 45), Arrays.copyOfRange(hello, 45, 57));
    }

    void vanish(SyntheticPeer peer) {
        peers.remove(addresses.remove(peer));
    }

    void route(String downPeer, Route... routes) {
        core.route(downPeer, List.of(routes), nowNs);
    }

    static Route camera(String mid, String upPeer, int height) {
        return new Route(mid, upPeer, Publisher.CAMERA, height);
    }

    static Route voice(String mid, String upPeer) {
        return new Route(mid, upPeer, Publisher.VOICE, 0);
    }

    // --- the network

    private void fly(Runnable arrival) {
        if (random.nextDouble() < loss)
            return;
        int copies = random.nextDouble() < duplication ? 2 : 1;
        for (int i = 0; i < copies; i++)
            network.add(
                    new Flying(nowNs + delayNs + (jitterNs == 0 ? 0 : random.nextLong(jitterNs)), order++, arrival));
    }

    void arrive(InetSocketAddress from, byte[] datagram) {
        int slot = ring.claim();
        long at = ring.offset(slot);
        MemorySegment.copy(datagram, 0, ring.memory(), ValueLayout.JAVA_BYTE, at, datagram.length);
        core.onPacket(slot, at, datagram.length, paths.find(from), nowNs);
        core.flush();
    }

    @Override
    public void send(SendBatch batch) {
        for (int i = 0; i < batch.count(); i++) {
            SyntheticPeer peer = peers.get(paths.address(batch.path(i)));
            byte[] datagram = batch.memory().asSlice(batch.offset(i), batch.length(i)).toArray(ValueLayout.JAVA_BYTE);
            if (peer != null)
                fly(() -> peer.receive(datagram, nowNs));
        }
        batch.clear();
    }

    @Override
    public void toStream(int path, byte[] packet) {
        throw new AssertionError("there are no streams here");
    }

    int pathOf(SyntheticPeer peer) {
        return paths.find(addresses.get(peer));
    }

    /// Forgets what the core has written and not sent yet.
    void discard() {
        batch.clear();
    }

    // --- time

    World run(long ns) {
        long endNs = nowNs + ns;
        while (nowNs - endNs < 0) {
            nowNs += TICK;
            for (SyntheticPeer peer : List.copyOf(addresses.keySet()))
                peer.tick(nowNs);
            while (!network.isEmpty() && network.peek().atNs - nowNs <= 0)
                network.poll().arrival.run();
            if (Deadline.passed(core.nextDeadlineNs(), nowNs))
                core.onTimeout(nowNs);
            core.flush();
        }
        return this;
    }

    // --- keys and events

    @Override
    public Handshake open(Collection<String> fingerprints, Consumer<byte[]> send, Consumer<Outcome> done) {
        return new Handshake() {
            private boolean agreed;

            @Override
            public void offer(byte[] datagram) {
                send.accept(new byte[]{ DTLS});
                if (!agreed)
                    done.accept(handshakesFail ? new Failed("bad certificate") : keysOf(datagram));
                agreed = true;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void connected(String peer) {
        events.add("connected " + peer);
    }

    @Override
    public void disconnected(String peer, String why) {
        events.add("disconnected " + peer + ": " + why);
    }

    @Override
    public void levels(Map<String, Integer> changed) {
        levels.putAll(changed);
    }

    @Override
    public void firstKeyFrame(String upPeer, String mid) {
        events.add("key frame " + upPeer + " " + mid);
    }

    long drops(Drops.Reason reason) {
        return context.drops().of(reason);
    }
}
