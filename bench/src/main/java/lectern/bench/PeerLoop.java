package lectern.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import lectern.sfu.dtls.DtlsIdentity;
import lectern.sfu.ice.Stun;
import lectern.sfu.ice.StunWriter;
import lectern.sfu.rtp.RtcpWriter;
import lectern.sfu.rtp.RtpPacket;
import lectern.sfu.srtp.SrtpEngine;
import lectern.sfu.srtp.SrtpProfile;

/// One thread that drives synthetic peers, and the scratch memory they share while it is their turn. Other threads [#post].
final class PeerLoop implements AutoCloseable {
    private static final int PACKET_BYTES = 2_048;
    private static final long IDLE_NS = 20_000_000;

    private final Selector selector;
    private final DtlsIdentity identity;
    private final List<SrtpProfile> profiles;
    private final SecureRandom random = new SecureRandom();
    private final SrtpEngine engine = SrtpEngine.probe();
    private final MemorySegment memory = Arena.ofAuto().allocate(PACKET_BYTES);
    private final ByteBuffer buffer = memory.asByteBuffer();
    private final MemorySegment out = Arena.ofAuto().allocate(PACKET_BYTES);
    private final ByteBuffer outBuffer = out.asByteBuffer();
    private final RtpPacket packet = new RtpPacket();
    private final RtcpWriter rtcp = new RtcpWriter();
    private final Stun stun = new Stun();
    private final StunWriter stunWriter = new StunWriter();
    private final List<SyntheticPeer> peers = new ArrayList<>();
    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    PeerLoop(String name, DtlsIdentity identity, List<SrtpProfile> profiles) throws IOException {
        this.selector = Selector.open();
        this.identity = identity;
        this.profiles = profiles;
        this.thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    void post(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    /// On the loop's thread.
    void add(SyntheticPeer peer, DatagramChannel channel) {
        try {
            channel.register(selector, SelectionKey.OP_READ, peer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        peers.add(peer);
    }

    private void run() {
        try {
            long nextNs = System.nanoTime() + IDLE_NS;
            while (!closed) {
                long waitMs = (nextNs - System.nanoTime() + 999_999) / 1_000_000;
                if (waitMs > 0)
                    selector.select(waitMs);
                else
                    selector.selectNow();
                for (SelectionKey key : selector.selectedKeys())
                    if (key.attachment() instanceof SyntheticPeer peer)
                        peer.receive(System.nanoTime());
                selector.selectedKeys().clear();
                for (Runnable task; (task = tasks.poll()) != null;)
                    task.run();
                long nowNs = System.nanoTime();
                nextNs = nowNs + IDLE_NS;
                for (SyntheticPeer peer : peers) {
                    long dueNs = peer.onTimer(nowNs);
                    nextNs = dueNs - nextNs < 0 ? dueNs : nextNs;
                }
            }
            peers.forEach(SyntheticPeer::close);
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MemorySegment memory() {
        return memory;
    }

    ByteBuffer buffer() {
        return buffer;
    }

    MemorySegment out() {
        return out;
    }

    ByteBuffer outBuffer() {
        return outBuffer;
    }

    RtpPacket packet() {
        return packet;
    }

    RtcpWriter rtcp() {
        return rtcp;
    }

    Stun stun() {
        return stun;
    }

    StunWriter stunWriter() {
        return stunWriter;
    }

    DtlsIdentity identity() {
        return identity;
    }

    List<SrtpProfile> profiles() {
        return profiles;
    }

    SecureRandom random() {
        return random;
    }

    SrtpEngine engine() {
        return engine;
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
