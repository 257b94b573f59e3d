package lectern.sfu.ice;

import java.lang.foreign.MemorySegment;
import java.net.InetSocketAddress;
import lectern.sfu.rtp.Deadline;
import org.jspecify.annotations.Nullable;

/// The lite side of one ICE session. It sends no checks: it answers those of the other side, which is always the
/// controlling one, and goes by its nominations.
///
/// Every path on which an authenticated request came is *valid*, and may carry DTLS. The *selected* path is where we
/// send: the one nominated last. Some agents put USE-CANDIDATE on checks of several paths for a while; so
/// a nomination that goes on doesn't win over a newer one, unless the newer one fell silent for [#STALE_NS]. Authenticated
/// requests are also the other side's consent to be sent to (RFC 7675): 30 s without one end the session.
public final class IceLite {
    public static final int NO_PATH = -1;
    private static final int MAX_PATHS = 16;
    private static final long CONSENT_NS = 30_000_000_000L;
    private static final long STALE_NS = 3_000_000_000L;

    /// What became of a request. The response is written in every case but `IGNORED`.
    public enum Verdict {
        /// No answer: not a request, or one that has nothing to do with us.
        IGNORED,
        /// Answered with an error.
        REFUSED,
        /// Good; this path may be used.
        VALID,
        /// Good, and [#selectedPath] has changed to this path.
        SELECTED
    }

    private final IceCredentials local;
    private final StunKey localKey;
    private @Nullable String remoteUfrag;
    private final StunWriter writer = new StunWriter();
    private int responseLength;
    private final int[] paths = new int[MAX_PATHS];
    private final boolean[] nominated = new boolean[MAX_PATHS];
    private final long[] heardNs = new long[MAX_PATHS];
    private int pathCount;
    private int selected = NO_PATH;
    private long consentEndsNs;

    public IceLite(IceCredentials local, long nowNs) {
        this.local = local;
        this.localKey = new StunKey(local.password());
        this.consentEndsNs = Deadline.after(nowNs, CONSENT_NS);
    }

    public IceCredentials local() {
        return local;
    }

    /// The other side's fragment from its description. Before it is known a request with any is answered, since checks
    /// may overtake the answer that carries it.
    public void remote(String ufrag) {
        remoteUfrag = ufrag;
    }

    /// Whether a request is meant for this session.
    public boolean addressed(Stun request) {
        return local.ufrag().equals(request.addressee());
    }

    /// Answers a Binding request that came on `path` from `from`. The response of [#responseLength] bytes is in `out` at `outAt`, where
    /// [Stun#MAX_BYTES] of room are, and goes back the same way.
    public Verdict onRequest(Stun request, int path, InetSocketAddress from, long nowNs, MemorySegment out,
            long outAt) {
        responseLength = 0;
        if (request.type() != Stun.BINDING_REQUEST)
            return Verdict.IGNORED;
        if (request.username() == null || !request.hasIntegrity())
            return refuse(request, 400, "Bad Request", false, out, outAt);
        if (!forUs(request) || !request.verify(localKey))
            return refuse(request, 401, "Unauthenticated", false, out, outAt);
        if (request.unknown() > 0)
            return refuse(request, 420, "Unknown Attribute", true, out, outAt);
        if (request.controlled())
            return refuse(request, 487, "Role Conflict", true, out, outAt);
        writer.begin(out, outAt, Stun.BINDING_SUCCESS, request.transactionHigh(), request.transactionLow());
        writer.mappedAddress(from);
        responseLength = writer.finish(localKey);
        consentEndsNs = Deadline.after(nowNs, CONSENT_NS);
        return heard(path, request.useCandidate(), nowNs) ? Verdict.SELECTED : Verdict.VALID;
    }

    private boolean forUs(Stun request) {
        String name = request.username();
        String prefix = local.ufrag() + ":";
        return name != null && name.startsWith(prefix)
                && (remoteUfrag == null || name.substring(prefix.length()).equals(remoteUfrag));
    }

    private Verdict refuse(Stun request, int code, String reason, boolean authenticated, MemorySegment out,
            long outAt) {
        writer.begin(out, outAt, Stun.BINDING_ERROR, request.transactionHigh(), request.transactionLow());
        writer.error(code, reason);
        if (code == 420)
            writer.unknownAttributes(request);
        responseLength = writer.finish(authenticated ? localKey : null);
        return Verdict.REFUSED;
    }

    public int responseLength() {
        return responseLength;
    }

    /// True when this makes `path` the selected one.
    private boolean heard(int path, boolean nominates, long nowNs) {
        int i = index(path);
        boolean news = nominates && !nominated[i];
        nominated[i] = nominates;
        heardNs[i] = nowNs;
        if (!nominates || path == selected)
            return false;
        int current = known(selected);
        boolean stale = current < 0 || !nominated[current] || nowNs - heardNs[current] > STALE_NS;
        if (!news && !stale)
            return false;
        selected = path;
        return true;
    }

    private int known(int path) {
        for (int i = 0; i < pathCount; i++)
            if (paths[i] == path)
                return i;
        return -1;
    }

    /// The path's place, made for it when it is new; beyond 16 the one not heard longest makes room.
    private int index(int path) {
        int i = known(path);
        if (i >= 0)
            return i;
        if (pathCount < MAX_PATHS)
            i = pathCount++;
        else {
            i = paths[0] == selected ? 1 : 0;
            for (int k = i + 1; k < MAX_PATHS; k++)
                if (paths[k] != selected && heardNs[k] - heardNs[i] < 0)
                    i = k;
        }
        paths[i] = path;
        nominated[i] = false;
        return i;
    }

    /// Whether an authenticated request has come on this path.
    public boolean valid(int path) {
        return known(path) >= 0;
    }

    /// Where to send; [#NO_PATH] before the first nomination.
    public int selectedPath() {
        return selected;
    }

    public int pathCount() {
        return pathCount;
    }

    public int path(int i) {
        return paths[i];
    }

    /// A path that is gone (its stream closed, its address reused).
    public void forget(int path) {
        int i = known(path);
        if (i < 0)
            return;
        int last = --pathCount;
        paths[i] = paths[last];
        nominated[i] = nominated[last];
        heardNs[i] = heardNs[last];
        if (selected == path)
            selected = NO_PATH;
    }

    /// When consent ends unless another request comes.
    public long nextDeadlineNs() {
        return consentEndsNs;
    }

    public boolean expired(long nowNs) {
        return Deadline.passed(consentEndsNs, nowNs);
    }
}
