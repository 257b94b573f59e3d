package lectern.sfu.core;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import lectern.sfu.core.Drops.Reason;
import lectern.sfu.core.Handshakes.Handshake;
import lectern.sfu.dtls.DtlsHandshake.Closed;
import lectern.sfu.dtls.DtlsHandshake.Failed;
import lectern.sfu.dtls.DtlsHandshake.Keys;
import lectern.sfu.dtls.DtlsHandshake.Outcome;
import lectern.sfu.ice.IceCredentials;
import lectern.sfu.ice.IceLite;
import lectern.sfu.ice.IceLite.Verdict;
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
    private static final int RTCP_BYTES = 1_200;
    private static final int MAX_EARLY = 8;

    final Context context;
    final String peer;
    /// The sender of our RTCP.
    final int ssrc;
    final long sessionId;
    private long version;
    private IceLite ice;
    /// The session before an ICE restart: the client keeps using its path until the new one works.
    private @Nullable IceLite former;
    private @Nullable Remote remote;
    private @Nullable Handshake handshake;
    /// DTLS of a client that was faster than its own answer.
    private final List<byte[]> early = new ArrayList<>();
    private @Nullable SrtpSession in;
    private @Nullable SrtpSession out;
    private final List<Integer> claimed = new ArrayList<>();
    private int path = IceLite.NO_PATH;
    private int handshakePath = IceLite.NO_PATH;
    private boolean up;
    private boolean told;
    private boolean closed;
    private long rtcpAt;
    private long deadlineNs = Deadline.NONE;
    private @Nullable String ended;

    Connection(Context context, String peer, long nowNs) {
        this.context = context;
        this.peer = peer;
        this.ssrc = newSsrc();
        this.sessionId = context.random().nextLong(1L << 62);
        this.ice = new IceLite(IceCredentials.random(context.random()), nowNs);
        wakeAt(ice.nextDeadlineNs());
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
        return ice.local();
    }

    final void restartIce(long nowNs) {
        former = ice;
        ice = new IceLite(IceCredentials.random(context.random()), nowNs);
        wakeAt(ice.nextDeadlineNs());
    }

    final void remote(Remote described) {
        remote = described;
        ice.remote(described.ufrag());
        if (!early.isEmpty()) {
            Handshake opened = openHandshake(described);
            early.forEach(opened::offer);
            early.clear();
        }
    }

    /// Null before the other side's first description.
    final @Nullable Remote remote() {
        return remote;
    }

    final Transport transport(String setup) {
        return new Transport(credentials().ufrag(), credentials().password(), "",
                List.of(new Fingerprint("sha-256", context.fingerprint())), setup, context.candidates(), true);
    }

    // --- ICE

    final void onStun(Stun request, int from, long nowNs) {
        IceLite agent = former != null && former.addressed(request) ? former : ice;
        Outbox outbox = context.outbox();
        long at = outbox.begin(from, Stun.MAX_BYTES);
        Verdict verdict = agent.onRequest(request, from, context.paths().address(from), nowNs, outbox.memory(), at);
        if (agent.responseLength() > 0)
            outbox.commit(agent.responseLength());
        if (verdict == Verdict.IGNORED || verdict == Verdict.REFUSED) {
            context.drops().count(Reason.BAD_STUN);
            return;
        }
        claim(from);
        if (verdict != Verdict.SELECTED)
            return;
        path = from;
        if (agent == ice)
            former = null;
        comeUp(nowNs);
    }

    private void claim(int newPath) {
        context.owners().claim(newPath, this);
        if (claimed.contains(newPath))
            return;
        claimed.add(newPath);
        for (int i = claimed.size() - 1; i >= 0; i--) {
            int old = claimed.get(i);
            if (old != path && !ice.valid(old) && (former == null || !former.valid(old))) {
                claimed.remove(i);
                context.owners().release(old, this);
            }
        }
    }

    /// The path is another's now, or its stream has closed.
    final void lost(int gone) {
        claimed.remove((Integer) gone);
        ice.forget(gone);
        if (former != null)
            former.forget(gone);
        if (path == gone)
            path = ice.selectedPath();
        if (path == IceLite.NO_PATH)
            up = false;
    }

    // --- DTLS

    final void onDtls(MemorySegment m, long at, int length, int from) {
        handshakePath = from;
        if (path == IceLite.NO_PATH) // who shakes hands here has chosen this path; its nomination may take seconds more
            path = from;
        byte[] datagram = m.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE);
        if (handshake != null)
            handshake.offer(datagram);
        else
            if (remote != null)
                openHandshake(remote).offer(datagram);
            else
                if (early.size() < MAX_EARLY)
                    early.add(datagram);
                else
                    context.drops().count(Reason.DTLS_TOO_EARLY);
    }

    private Handshake openHandshake(Remote with) {
        Handshake opened = context.handshakes().open(with.fingerprints(), this::sendDtls, this::onOutcome);
        handshake = opened;
        return opened;
    }

    private void sendDtls(byte[] datagram) {
        int to = handshakePath != IceLite.NO_PATH ? handshakePath : path;
        if (to != IceLite.NO_PATH && context.owners().owner(to) == this)
            context.outbox().send(to, datagram);
    }

    private void onOutcome(Outcome outcome) {
        if (closed) // while it was on its way
            return;
        switch (outcome) {
            case Keys keys -> {
                closeSessions();
                in = SrtpSession.of(context.engine(), keys.profile(), keys.clientKey(), keys.clientSalt());
                out = SrtpSession.of(context.engine(), keys.profile(), keys.serverKey(), keys.serverSalt());
                comeUp(context.nowNs());
            }
            case Failed(String why) -> end("the keys could not be agreed on: " + why);
            case Closed() -> end("the other side has ended the connection");
        }
    }

    private void comeUp(long nowNs) {
        if (up || path == IceLite.NO_PATH || out == null)
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
        return path;
    }

    /// The other side starts over with another certificate.
    final void forgetKeys() {
        if (handshake != null)
            handshake.close();
        handshake = null;
        closeSessions();
        up = told = false;
    }

    // --- SRTP

    /// Unprotects RTP in place; the plain length, or -1 when that can't be done.
    final int open(MemorySegment m, long at, int length) {
        return opened(in == null ? 0 : in.unprotectRtp(m, at, length));
    }

    private int opened(int length) {
        if (length > 0)
            return length;
        context.drops().count(switch (length) {
            case 0 -> Reason.BEFORE_KEYS;
            case SrtpSession.AUTH_FAILED -> Reason.AUTH_FAILED;
            case SrtpSession.REPLAYED -> Reason.REPLAYED;
            case SrtpSession.TOO_MANY_SSRCS -> Reason.TOO_MANY_SSRCS;
            default -> Reason.MALFORMED;
        });
        return -1;
    }

    /// Protects RTP in place; the length to send, or below 0.
    final int seal(MemorySegment m, long at, int length) {
        return out == null ? -1 : out.protectRtp(m, at, length);
    }

    final void onRtcp(MemorySegment m, long at, int length) {
        int plain = opened(in == null ? 0 : in.unprotectRtcp(m, at, length));
        if (plain > 0 && !Rtcp.read(m, at, plain, this))
            context.drops().count(Reason.MALFORMED);
    }

    /// A compound to fill; [#sendRtcp] ends it.
    final RtcpWriter beginRtcp() {
        long at = context.outbox().begin(path, RTCP_BYTES + SrtpSession.MAX_OVERHEAD_BYTES);
        context.rtcp().begin(context.outbox().memory(), at, RTCP_BYTES);
        rtcpAt = at;
        return context.rtcp();
    }

    final void sendRtcp() {
        int length = context.rtcp().length();
        int sealed = length == 0 || out == null
                ? -1
                : out.protectRtcp(context.outbox().memory(), rtcpAt, length);
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
        if (ice.expired(nowNs) && (former == null || former.expired(nowNs))) {
            end(up ? "nothing was heard of the other side for 30 s" : "no path to the other side was found");
            return;
        }
        long next = ice.expired(nowNs) && former != null ? former.nextDeadlineNs() : ice.nextDeadlineNs();
        deadlineNs = up ? Deadline.earlier(next, onDue(nowNs)) : next;
    }

    /// Does what is due, and says when to be asked again.
    abstract long onDue(long nowNs);

    // --- the end

    final void end(String why) {
        if (ended == null)
            ended = why;
        wakeAt(context.nowNs());
    }

    final @Nullable String ended() {
        return ended;
    }

    /// Gives back all it holds.
    void close() {
        up = false;
        closed = true;
        if (handshake != null)
            handshake.close();
        closeSessions();
        for (int held : List.copyOf(claimed))
            context.owners().release(held, this);
        claimed.clear();
        path = IceLite.NO_PATH;
    }

    private void closeSessions() {
        if (in != null)
            in.close();
        if (out != null)
            out.close();
        in = out = null;
    }

    final String state() {
        return up ? "connected" : path == IceLite.NO_PATH ? "new" : "checking";
    }
}
