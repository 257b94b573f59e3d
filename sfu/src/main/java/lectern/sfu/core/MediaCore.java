package lectern.sfu.core;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
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
    private static final Logger LOG = System.getLogger(MediaCore.class.getName());
    private static final long LEVELS_NS = 100_000_000;
    /// Deadlines nearer to each other than this are met together: a wake-up costs more than the few packets it is for.
    private static final long GRAIN_NS = 2_000_000;

    private final Context context;
    private final int maxConnections;
    private final Map<String, UpConnection> ups = new LinkedHashMap<>();
    private final Map<String, DownConnection> downs = new LinkedHashMap<>();
    private final Map<String, Connection> byUfrag = new HashMap<>();
    private final List<Connection> connections = new ArrayList<>();
    private final Stun stun = new Stun();
    private long nextLevelsNs;
    private long packets;
    private long bytes;

    public MediaCore(Context context, int maxConnections) {
        this.context = context;
        this.maxConnections = maxConnections;
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
                    onMedia(connection, slot, m, at, length, nowNs);
        } catch (RuntimeException bug) {
            stop(connection, bug);
        }
        if (connection.ended() != null)
            remove(connection);
    }

    private @Nullable Connection addressee(MemorySegment m, long at, int length) {
        if (!stun.parse(m, at, length) || stun.type() != Stun.BINDING_REQUEST) {
            context.drops().count(Reason.BAD_STUN);
            return null;
        }
        Connection connection = byUfrag.get(stun.addressee());
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

    private void onMedia(Connection connection, int slot, MemorySegment m, long at, int length, long nowNs) {
        if (length < 12) {
            context.drops().count(Reason.MALFORMED);
            return;
        }
        int type = BigEndian.u8(m, at + 1);
        if (type >= 192 && type <= 223) { // RFC 5761 §4
            connection.onRtcp(m, at, length);
            return;
        }
        if (!(connection instanceof UpConnection up)) {
            context.drops().count(Reason.NOT_A_PUBLISHER);
            return;
        }
        int plain = up.open(m, at, length);
        if (plain > 0)
            up.onRtp(m, at, plain, slot, nowNs);
    }

    private static void stop(Connection connection, RuntimeException bug) {
        LOG.log(Level.ERROR, "a bug ends the connection of " + connection.peer, bug);
        connection.end("an error inside the server");
    }

    public long nextDeadlineNs() {
        return context.deadlineNs();
    }

    public void onTimeout(long nowNs) {
        context.at(nowNs);
        context.clearDeadline();
        for (int i = connections.size() - 1; i >= 0; i--) {
            Connection connection = connections.get(i);
            if (Deadline.passed(connection.deadlineNs(), nowNs))
                try {
                    connection.onTimeout(nowNs);
                } catch (RuntimeException bug) {
                    stop(connection, bug);
                }
            if (connection.ended() != null)
                remove(connection);
            else
                context.wakeAt(connection.deadlineNs());
        }
        if (Deadline.passed(nextLevelsNs, nowNs))
            tellLevels(nowNs);
        if (!ups.isEmpty())
            context.wakeAt(nextLevelsNs);
        context.sleepUntilAtLeast(nowNs + GRAIN_NS);
    }

    private void tellLevels(long nowNs) {
        nextLevelsNs = nowNs + LEVELS_NS;
        Map<String, Integer> changed = new LinkedHashMap<>();
        for (UpConnection up : ups.values()) {
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
    public Sdp offerUp(String peer, UpNegotiation negotiation, long nowNs) {
        context.at(nowNs);
        UpConnection before = ups.get(peer);
        UpConnection up = goesOn(before, negotiation.remote()) ? before : null;
        if (up == null) {
            up = new UpConnection(context, peer, nowNs);
            if (before != null) {
                up.pausedAs(before);
                drop(before);
            }
            admit(up);
            ups.put(peer, up);
        } else if (restarts(up, negotiation.remote())) {
            up.restartIce(nowNs);
        }
        introduce(up, negotiation.remote());
        up.agree(negotiation.agreement());
        for (DownConnection down : downs.values())
            resolve(down, nowNs);
        return negotiation.answer(up.sessionId, up.nextVersion(), up.transport("passive"));
    }

    public Sdp offerDown(String peer, int slots, int voices, boolean restartIce, long nowNs) {
        context.at(nowNs);
        DownConnection down = downs.get(peer);
        if (down == null) {
            down = new DownConnection(context, peer, nowNs);
            Sdp offer = down.offer(slots, voices);
            admit(down);
            downs.put(peer, down);
            byUfrag.put(down.credentials().ufrag(), down);
            return offer;
        }
        if (restartIce)
            down.restartIce(nowNs);
        byUfrag.put(down.credentials().ufrag(), down);
        return down.offer(slots, voices);
    }

    public void answerDown(String peer, Sdp answer, long nowNs) {
        context.at(nowNs);
        DownConnection down = downs.get(peer);
        if (down == null)
            throw new SdpException("there is no connection that this answers");
        Remote remote = DownNegotiation.remote(answer);
        if (down.remote() != null && !goesOn(down, remote))
            down.forgetKeys();
        introduce(down, remote);
        down.answer(answer, nowNs);
        resolve(down, nowNs);
    }

    public Sdp offerWhep(String peer, Sdp offer, long nowNs) {
        context.at(nowNs);
        Remote remote = DownNegotiation.remoteOfOffer(offer);
        DownConnection before = downs.get(peer);
        DownConnection down = goesOn(before, remote) ? before : null;
        if (down == null) {
            down = new DownConnection(context, peer, nowNs);
            if (before != null)
                drop(before);
            admit(down);
            downs.put(peer, down);
        } else if (restarts(down, remote)) {
            down.restartIce(nowNs);
        }
        introduce(down, remote);
        Sdp answer = down.answerOffer(offer, nowNs);
        resolve(down, nowNs);
        return answer;
    }

    private static boolean goesOn(@Nullable Connection connection, Remote remote) {
        return connection != null && connection.remote() != null && connection.remote().sameAssociation(remote);
    }

    private static boolean restarts(Connection connection, Remote remote) {
        return connection.remote() != null && !connection.remote().ufrag().equals(remote.ufrag());
    }

    private void introduce(Connection connection, Remote remote) {
        connection.remote(remote);
        byUfrag.put(connection.credentials().ufrag(), connection);
    }

    private void admit(Connection connection) {
        if (connections.size() >= maxConnections)
            throw new SdpException("the server carries " + maxConnections + " connections already");
        connections.add(connection);
    }

    public void route(String downPeer, List<Route> routes, long nowNs) {
        context.at(nowNs);
        DownConnection down = downs.get(downPeer);
        if (down == null)
            return;
        down.route(routes);
        resolve(down, nowNs);
    }

    private void resolve(DownConnection down, long nowNs) {
        for (DownTrack line : down.lines()) {
            Route route = down.routeOf(line);
            UpConnection up = route == null || route.upPeer() == null ? null : ups.get(route.upPeer());
            UpTrack track = up == null || route.upMid() == null ? null : up.track(route.upMid());
            boolean fits = track != null && track.video == line.video;
            line.carry(fits ? track : null, route == null ? 0 : route.wantedHeight(), nowNs);
        }
    }

    public void pause(String upPeer, String upMid, boolean paused, long nowNs) {
        context.at(nowNs);
        UpConnection up = ups.get(upPeer);
        if (up != null)
            up.pause(upMid, paused, nowNs);
    }

    /// Ends both connections of that id, without an event.
    public void close(String peer, long nowNs) {
        context.at(nowNs);
        UpConnection up = ups.get(peer);
        if (up != null)
            drop(up);
        DownConnection down = downs.get(peer);
        if (down != null)
            drop(down);
    }

    public void closeAll(long nowNs) {
        context.at(nowNs);
        for (Connection connection : List.copyOf(connections))
            drop(connection);
    }

    /// What a handshake has to say, on behalf of the connection it belongs to.
    public void onHandshake(Runnable word, long nowNs) {
        context.at(nowNs);
        word.run();
    }

    private void remove(Connection connection) {
        String why = connection.ended();
        drop(connection);
        context.events().disconnected(connection.peer, why == null ? "" : why);
    }

    private void drop(Connection connection) {
        connections.remove(connection);
        switch (connection) {
            case UpConnection up -> ups.remove(up.peer, up);
            case DownConnection down -> downs.remove(down.peer, down);
        }
        byUfrag.values().removeIf(c -> c == connection);
        connection.close();
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
        ups.values().forEach(up -> rows.add(Census.of(up)));
        downs.values().forEach(down -> rows.add(Census.of(down)));
        return rows;
    }

    public SfuStats.Loop loopStats(String io, String srtp, int port) {
        return new SfuStats.Loop(io, srtp, port, packets, context.outbox().packets(), bytes, context.outbox().bytes(),
                context.drops().byName());
    }
}
