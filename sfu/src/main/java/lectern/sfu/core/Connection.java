package lectern.sfu.core;

import java.lang.System.Logger.Level;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import lectern.sfu.core.Drops.Reason;
import lectern.sfu.ice.IceCredentials;
import lectern.sfu.ice.IceLite;
import lectern.sfu.ice.Stun;
import lectern.sfu.rtp.Deadline;
import lectern.sfu.rtp.Rtcp;
import lectern.sfu.rtp.RtcpWriter;
import lectern.sfu.sdp.Fingerprint;
import lectern.sfu.sdp.Transport;
import lectern.sfu.srtp.SrtpSession;
import org.jspecify.annotations.Nullable;

/// One transport to one client: ICE finds the path, DTLS on it makes keys, SRTP uses both. Being up needs path and keys, which
/// come in this order and stay: a new path (the client moved, ICE restarted) keeps the keys.
///
/// When it is over, [#ended] says why, and its owner takes it away.
abstract sealed class Connection implements Rtcp.Sink permits UpConnection, DownConnection {
    static final int RTCP_BYTES = 1_200;
    private static final System.Logger LOG = System.getLogger(Connection.class.getName());

    final Context context;
    final String peer;
    /// The sender of our RTCP.
    final int ssrc;
    final long sessionId;
    private final IcePaths paths;
    private Association association;
    private @Nullable Remote remote;
    private long version;
    private boolean up;
    private boolean told;
    private long rtcpAt;
    private long deadlineNs = Deadline.NONE;
    private @Nullable String ended;

    Connection(Context context, String peer, long nowNs) {
        this.context = context;
        this.peer = peer;
        this.ssrc = newSsrc();
        this.sessionId = context.random().nextLong(1L << 62);
        this.paths = new IcePaths(context, this, nowNs);
        this.association = new Association(context, this);
        wakeAt(paths.deadlineNs(nowNs));
    }

    /// Random, and neither 0 nor so small as the numbers that peers choose for want of a better one.
    final int newSsrc() {
        return context.random().nextInt(1_000, Integer.MAX_VALUE);
    }

    // --- descriptions

    final long nextVersion() {
        return ++version;
    }

    final IceCredentials credentials() {
        return paths.credentials();
    }

    final void restartIce(long nowNs) {
        paths.restart(nowNs);
        wakeAt(paths.deadlineNs(nowNs));
    }

    /// The other side's (new) description. Another certificate is another client in the old one's place: its keys go.
    final void remote(Remote described) {
        if (remote != null && !remote.sameAssociation(described)) {
            association.close();
            association = new Association(context, this);
            up = told = false;
        }
        remote = described;
        paths.remote(described.ufrag());
        association.expect(described.fingerprints());
    }

    /// Null before the other side's first description.
    final @Nullable Remote remote() {
        return remote;
    }

    final Transport transport(String setup) {
        return new Transport(credentials().ufrag(), credentials().password(), "",
                List.of(new Fingerprint("sha-256", context.fingerprint())), setup, context.candidates(), true);
    }

    // --- packets

    final void onStun(Stun request, int from, long nowNs) {
        paths.onStun(request, from, nowNs);
        comeUp(nowNs);
    }

    final void onDtls(MemorySegment m, long at, int length, int from) {
        paths.heard(from);
        association.take(m.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE), from);
    }

    final void onKeys(long nowNs) {
        comeUp(nowNs);
    }

    private void comeUp(long nowNs) {
        if (up || path() == IceLite.NO_PATH || !association.hasKeys())
            return;
        up = true;
        if (!told)
            context.events().connected(peer);
        told = true;
        wakeAt(nowNs);
        onUp(nowNs);
    }

    abstract void onUp(long nowNs);

    /// Whether media can be sent.
    final boolean ready() {
        return up;
    }

    final int path() {
        return paths.current();
    }

    /// The path is another's now, or its stream has closed.
    final void lost(int gone) {
        paths.lost(gone);
        up &= path() != IceLite.NO_PATH;
    }

    /// Unprotects RTP in place; the plain length, or -1 when that can't be done.
    final int open(MemorySegment m, long at, int length, int from) {
        int plain = association.openRtp(m, at, length);
        if (plain > 0)
            paths.heard(from);
        return plain;
    }

    /// Protects RTP in place; the length to send, or below 0.
    final int seal(MemorySegment m, long at, int length) {
        return association.sealRtp(m, at, length);
    }

    final void onRtcp(MemorySegment m, long at, int length, int from) {
        int plain = association.openRtcp(m, at, length);
        if (plain > 0)
            paths.heard(from);
        if (plain > 0 && !Rtcp.read(m, at, plain, this))
            context.drops().count(Reason.MALFORMED);
    }

    /// A compound to fill; [#sendRtcp] ends it.
    final RtcpWriter beginRtcp() {
        rtcpAt = context.outbox().begin(path(), RTCP_BYTES + SrtpSession.MAX_OVERHEAD_BYTES);
        context.rtcp().begin(context.outbox().memory(), rtcpAt, RTCP_BYTES);
        return context.rtcp();
    }

    final void sendRtcp() {
        int length = context.rtcp().length();
        int sealed = length == 0 ? -1 : association.sealRtcp(context.outbox().memory(), rtcpAt, length);
        if (sealed > 0)
            context.outbox().commit(sealed);
    }

    // --- time

    final void wakeAt(long atNs) {
        deadlineNs = Deadline.earlier(deadlineNs, atNs);
        context.wakeAt(atNs);
    }

    final long deadlineNs() {
        return deadlineNs;
    }

    final void onTimeout(long nowNs) {
        if (paths.expired(nowNs)) {
            end(told ? "nothing was heard of the other side for 30 s" : "no path to the other side was found");
            return;
        }
        deadlineNs = up ? Deadline.earlier(paths.deadlineNs(nowNs), onDue(nowNs)) : paths.deadlineNs(nowNs);
    }

    /// Does what is due, and says when to be asked again.
    abstract long onDue(long nowNs);

    // --- the end

    final void end(String why) {
        if (ended == null)
            ended = why;
        wakeAt(context.nowNs());
    }

    /// A bug on this connection's behalf ends it, and no other.
    final void fail(RuntimeException bug) {
        LOG.log(Level.ERROR, "a bug ends the connection of " + peer, bug);
        end("an error inside the server");
    }

    final @Nullable String ended() {
        return ended;
    }

    /// Gives back all it holds.
    void close() {
        up = false;
        association.close();
        paths.close();
    }

    final String state() {
        return up ? "connected" : path() == IceLite.NO_PATH ? "new" : "checking";
    }
}
