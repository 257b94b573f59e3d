package lectern.sfu.core;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.sfu.Route;
import lectern.sfu.SfuStats;
import lectern.sfu.core.Drops.Reason;
import lectern.sfu.ice.Stun;
import lectern.sfu.io.PathTable;
import lectern.sfu.rtp.BigEndian;
import lectern.sfu.rtp.Deadline;
import lectern.sfu.sdp.Candidate;
import lectern.sfu.sdp.Sdp;
import lectern.sfu.sdp.SdpException;
import org.jspecify.annotations.Nullable;

/// Owns every connection of one shard. Packets, commands and time come in; what goes out is written into the outbox, and
/// [#flush] sends what is left in it. Belongs to the loop's thread.
///
/// A datagram's first byte says what it is (RFC 7983). STUN finds its connection by the user name fragment; everything else
/// belongs to whom ICE has given the path it came by, and comes from nobody else.
public final class MediaCore {
    private static final long LEVELS_NS = 100_000_000;
    /// Deadlines nearer to each other than this are met together: a wake-up costs more than the few packets it is for.
    private static final long GRAIN_NS = 2_000_000;

    private final Context context;
    private final Registry registry;
    private final Negotiator negotiator;
    private final Stun stun = new Stun();
    private long nextLevelsNs;
    private long packets;
    private long bytes;

    public MediaCore(Context context, int maxConnections) {
        this.context = context;
        this.registry = new Registry(maxConnections);
        this.negotiator = new Negotiator(context, registry);
    }

    /// One datagram in its ring slot.
    public void onPacket(int slot, long at, int length, int path, long nowNs) {
        context.at(nowNs);
        packets++;
        bytes += length;
        MemorySegment m = context.ring().memory();
        int first = length == 0 ? -1 : BigEndian.u8(m, at);
        Connection connection = first >= 0 && first < 4 ? addressee(m, at, length) : ownerOf(first, path);
        if (connection == null)
            return;
        try {
            if (first < 4)
                connection.onStun(stun, path, nowNs);
            else
                if (first < 64)
                    connection.onDtls(m, at, length, path);
                else
                    onMedia(connection, slot, m, at, length, path, nowNs);
        } catch (RuntimeException bug) {
            connection.fail(bug);
        }
        if (connection.ended() != null)
            remove(connection);
    }

    private @Nullable Connection addressee(MemorySegment m, long at, int length) {
        if (!stun.parse(m, at, length) || stun.type() != Stun.BINDING_REQUEST) {
            context.drops().count(Reason.BAD_STUN);
            return null;
        }
        Connection connection = registry.addressee(stun.addressee());
        if (connection == null)
            context.drops().count(Reason.STUN_FOR_NOBODY);
        return connection;
    }

    private @Nullable Connection ownerOf(int first, int path) {
        if (first < 20 || first > 63 && first < 128 || first > 191) {
            context.drops().count(Reason.NOT_MEDIA);
            return null;
        }
        Connection connection = context.owners().owner(path);
        if (connection == null)
            context.drops().count(Reason.UNKNOWN_ADDRESS);
        return connection;
    }

    private void onMedia(Connection connection, int slot, MemorySegment m, long at, int length, int path,
            long nowNs) {
        if (length < 12) {
            context.drops().count(Reason.MALFORMED);
            return;
        }
        int type = BigEndian.u8(m, at + 1);
        if (type >= 192 && type <= 223) { // RFC 5761 §4
            connection.onRtcp(m, at, length, path);
            return;
        }
        if (!(connection instanceof UpConnection up)) {
            context.drops().count(Reason.NOT_A_PUBLISHER);
            return;
        }
        int plain = up.open(m, at, length, path);
        if (plain > 0)
            up.onRtp(m, at, plain, slot, nowNs);
    }

    public long nextDeadlineNs() {
        return context.deadlineNs();
    }

    public void onTimeout(long nowNs) {
        context.at(nowNs);
        context.clearDeadline();
        for (int i = registry.size() - 1; i >= 0; i--) {
            Connection connection = registry.get(i);
            if (Deadline.passed(connection.deadlineNs(), nowNs))
                try {
                    connection.onTimeout(nowNs);
                } catch (RuntimeException bug) {
                    connection.fail(bug);
                }
            if (connection.ended() != null)
                remove(connection);
            else
                context.wakeAt(connection.deadlineNs());
        }
        if (Deadline.passed(nextLevelsNs, nowNs))
            tellLevels(nowNs);
        if (!registry.ups().isEmpty())
            context.wakeAt(nextLevelsNs);
        context.sleepUntilAtLeast(nowNs + GRAIN_NS);
    }

    private void tellLevels(long nowNs) {
        nextLevelsNs = Deadline.onBeat(nowNs, LEVELS_NS);
        Map<String, Integer> changed = new LinkedHashMap<>();
        for (UpConnection up : registry.ups()) {
            UpTrack voice = up.voice();
            int level = voice == null ? -1 : voice.meter.read();
            if (level >= 0)
                changed.put(up.peer, level);
        }
        if (!changed.isEmpty())
            context.events().levels(changed);
    }

    public void flush() {
        context.outbox().flush();
    }

    // --- commands

    /// What descriptions say from now on of where we can be reached.
    public void candidates(List<Candidate> candidates) {
        context.candidates(candidates);
    }

    // Descriptions are parsed and written by the caller: the loop has packets waiting. What can't be done is an [SdpException] with words.

    /// A publisher's offer; our answer.
    public Sdp offerUp(String peer, UpNegotiation offer, long nowNs) {
        context.at(nowNs);
        return negotiator.offerUp(peer, offer, nowNs);
    }

    public Sdp offerDown(String peer, int slots, int voices, boolean restartIce, long nowNs) {
        context.at(nowNs);
        return negotiator.offerDown(peer, slots, voices, restartIce, nowNs);
    }

    public void answerDown(String peer, Sdp answer, long nowNs) {
        context.at(nowNs);
        negotiator.answerDown(peer, answer, nowNs);
    }

    public Sdp offerWhep(String peer, Sdp offer, long nowNs) {
        context.at(nowNs);
        return negotiator.offerWhep(peer, offer, nowNs);
    }

    public void route(String downPeer, List<Route> routes, long nowNs) {
        context.at(nowNs);
        negotiator.route(downPeer, routes, nowNs);
    }

    public void pause(String upPeer, String upMid, boolean paused, long nowNs) {
        context.at(nowNs);
        UpConnection up = registry.up(upPeer);
        if (up != null)
            up.pause(upMid, paused, nowNs);
    }

    /// Ends both connections of that id, without an event.
    public void close(String peer, long nowNs) {
        context.at(nowNs);
        UpConnection up = registry.up(peer);
        if (up != null)
            registry.remove(up);
        DownConnection down = registry.down(peer);
        if (down != null)
            registry.remove(down);
    }

    public void closeAll(long nowNs) {
        context.at(nowNs);
        while (registry.size() > 0)
            registry.remove(registry.get(registry.size() - 1));
    }

    /// What a handshake has to say, on behalf of the connection it belongs to.
    public void onHandshake(Runnable word, long nowNs) {
        context.at(nowNs);
        word.run();
    }

    private void remove(Connection connection) {
        registry.remove(connection);
        context.events().disconnected(connection.peer, String.valueOf(connection.ended()));
    }

    // --- streams: the path of one is made here, so that it has a number like any other

    /// The new stream's path, [PathTable#NONE] when there are too many.
    public int openStream(InetSocketAddress remote) {
        return context.paths().openStream(remote);
    }

    public void streamReceived(int path, byte[] packet, long nowNs) {
        if (packet.length > context.ring().slotBytes()) {
            context.drops().count(Reason.MALFORMED);
            return;
        }
        int slot = context.ring().claim();
        long at = context.ring().offset(slot);
        MemorySegment.copy(packet, 0, context.ring().memory(), ValueLayout.JAVA_BYTE, at, packet.length);
        onPacket(slot, at, packet.length, path, nowNs);
    }

    public void streamClosed(int path, long nowNs) {
        context.at(nowNs);
        Connection owner = context.owners().owner(path);
        if (owner != null) {
            owner.lost(path);
            context.owners().release(path, owner);
        }
        context.paths().release(path);
    }

    // --- counters

    public List<SfuStats.Connection> connectionStats() {
        List<SfuStats.Connection> rows = new ArrayList<>();
        registry.ups().forEach(up -> rows.add(Census.of(up)));
        registry.downs().forEach(down -> rows.add(Census.of(down)));
        return rows;
    }

    public SfuStats.Loop loopStats(String io, String srtp, int port) {
        return new SfuStats.Loop(io, srtp, port, packets, context.outbox().packets(), bytes, context.outbox().bytes(),
                context.drops().byName());
    }
}
