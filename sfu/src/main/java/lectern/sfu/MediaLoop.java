package lectern.sfu;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import lectern.sfu.core.Context;
import lectern.sfu.core.CoreEvents;
import lectern.sfu.core.Egress;
import lectern.sfu.core.MediaCore;
import lectern.sfu.dtls.DtlsIdentity;
import lectern.sfu.io.PacketRing;
import lectern.sfu.io.PathTable;
import lectern.sfu.io.ReceiveBatch;
import lectern.sfu.io.SendBatch;
import lectern.sfu.io.UdpPort;
import lectern.sfu.rtp.Deadline;
import lectern.sfu.srtp.SrtpEngine;

/// Runs one [MediaCore]: receives a batch, hands its packets over, does what others have asked for, sends. Has its own platform
/// thread; other threads may call only [#submit] and [#stop].
final class MediaLoop implements Runnable, Egress {
    private static final Logger LOG = System.getLogger(MediaLoop.class.getName());
    private static final int BATCH = 64;
    /// Streams and handshakes come by this queue too: who floods it loses packets, not the server its memory.
    private static final int MAX_COMMANDS = 32_768;
    private static final int COMMANDS_A_TURN = 1_024;
    private static final long LONGEST_WAIT_NS = 1_000_000_000;
    private static final int MAX_FAILURES = 100;
    private static final long UNIX_EPOCH_NTP_SECONDS = 2_208_988_800L;

    /// Something to do on the loop's thread.
    @FunctionalInterface
    interface Command {
        void run(MediaCore core, long nowNs);
    }

    private final PathTable paths = new PathTable();
    private final SrtpEngine engine = SrtpEngine.probe();
    private final ReceiveBatch received = new ReceiveBatch(BATCH);
    private final Queue<Command> commands = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Map<Integer, StreamSink> sinks = new HashMap<>();
    private final UdpPort port;
    private final DtlsThreads handshakes;
    private final MediaCore core;
    private final Thread thread;
    private volatile boolean stopping;

    MediaLoop(SfuSettings settings, CoreEvents events) throws IOException {
        var random = new SecureRandom();
        var ring = new PacketRing();
        var identity = DtlsIdentity.create(random);
        port = UdpPort.open(settings.bind(), settings.io(), ring, paths, BATCH);
        handshakes = new DtlsThreads(identity, this);
        core = new MediaCore(new Context(ring, paths, new SendBatch(), this, engine, identity.fingerprint(), handshakes,
                events, random, ntpAheadNs()), settings.maxPeers());
        thread = new Thread(this, "media-0");
        thread.setPriority(Thread.MAX_PRIORITY);
    }

    private static long ntpAheadNs() {
        Instant now = Instant.now();
        return (now.getEpochSecond() + UNIX_EPOCH_NTP_SECONDS) * 1_000_000_000L + now.getNano() - System.nanoTime();
    }

    void start() {
        thread.start();
        handshakes.rehearse();
    }

    /// Has it done by the loop, soon. False when the loop has stopped, or is so far behind that it takes nothing.
    boolean submit(Command command) {
        if (stopping || pending.incrementAndGet() > MAX_COMMANDS) {
            pending.decrementAndGet();
            return false;
        }
        commands.add(command);
        if (!woken.getAndSet(true))
            port.wakeUp();
        return true;
    }

    @Override
    public void run() {
        int failures = 0;
        while (!stopping && failures < MAX_FAILURES)
            try {
                turn();
                failures = 0;
            } catch (RuntimeException bug) {
                failures++;
                LOG.log(Level.ERROR, "one turn of the media loop failed", bug);
            }
        stopping = true;
        core.closeAll(System.nanoTime());
        while (!commands.isEmpty())
            drain(System.nanoTime());
        core.flush();
        port.close();
    }

    private void turn() {
        int count = port.receive(received, commands.isEmpty() ? untilNs(core.nextDeadlineNs()) : 0);
        long nowNs = System.nanoTime();
        for (int i = 0; i < count; i++)
            core.onPacket(received.slot(i), received.offset(i), received.length(i), received.path(i), nowNs);
        drain(nowNs);
        if (Deadline.passed(core.nextDeadlineNs(), nowNs))
            core.onTimeout(nowNs);
        core.flush();
    }

    private static long untilNs(long deadlineNs) {
        return deadlineNs == Deadline.NONE
                ? LONGEST_WAIT_NS
                : Math.clamp(deadlineNs - System.nanoTime(), 0, LONGEST_WAIT_NS);
    }

    private void drain(long nowNs) {
        woken.set(false);
        for (int i = 0; i < COMMANDS_A_TURN; i++) {
            Command command = commands.poll();
            if (command == null)
                return;
            pending.decrementAndGet();
            command.run(core, nowNs);
        }
    }

    @Override
    public void send(SendBatch batch) {
        port.send(batch);
    }

    @Override
    public void toStream(int path, byte[] packet) {
        StreamSink sink = sinks.get(path);
        if (sink != null)
            sink.send(packet);
    }

    // --- on the loop's thread

    /// The path of a new stream, [PathTable#NONE] when there are too many.
    int openStream(InetSocketAddress remote, StreamSink sink) {
        int path = core.openStream(remote);
        if (path != PathTable.NONE)
            sinks.put(path, sink);
        return path;
    }

    void closeStream(int path, long nowNs) {
        if (sinks.remove(path) != null)
            core.streamClosed(path, nowNs);
    }

    SfuStats stats() {
        return new SfuStats(core.loopStats(port.describe(), engine.describe(), port.port()), core.connectionStats());
    }

    // --- any thread

    int port() {
        return port.port();
    }

    void stop() {
        stopping = true;
        port.wakeUp();
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
