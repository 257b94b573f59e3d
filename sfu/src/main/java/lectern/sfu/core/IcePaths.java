package lectern.sfu.core;

import java.util.ArrayList;
import java.util.List;
import lectern.sfu.core.Drops.Reason;
import lectern.sfu.ice.IceCredentials;
import lectern.sfu.ice.IceLite;
import lectern.sfu.ice.IceLite.Verdict;
import lectern.sfu.ice.Stun;
import org.jspecify.annotations.Nullable;

/// By which path one connection's packets go. Every path that ICE validates is owned by the connection; one of them is current.
///
/// The current path is the one nominated last. Before a nomination (browsers send it with a later check, up to 2.5 s after they have
/// begun to use a path) it is the one by which something came that only the client can have sent.
final class IcePaths {
    private final Context context;
    private final Connection owner;
    private IceLite agent;
    /// The session before an ICE restart: the client keeps using its path until the new one works.
    private @Nullable IceLite former;
    private final List<Integer> owned = new ArrayList<>();
    private int current = IceLite.NO_PATH;

    IcePaths(Context context, Connection owner, long nowNs) {
        this.context = context;
        this.owner = owner;
        this.agent = new IceLite(IceCredentials.random(context.random()), nowNs);
    }

    IceCredentials credentials() {
        return agent.local();
    }

    void remote(String ufrag) {
        agent.remote(ufrag);
    }

    void restart(long nowNs) {
        former = agent;
        agent = new IceLite(IceCredentials.random(context.random()), nowNs);
    }

    /// [IceLite#NO_PATH] before the client was heard.
    int current() {
        return current;
    }

    void onStun(Stun request, int from, long nowNs) {
        IceLite asked = former != null && former.addressed(request) ? former : agent;
        Outbox outbox = context.outbox();
        long at = outbox.begin(from, Stun.MAX_BYTES);
        Verdict verdict = asked.onRequest(request, from, context.paths().address(from), nowNs, outbox.memory(), at);
        if (asked.responseLength() > 0)
            outbox.commit(asked.responseLength());
        switch (verdict) {
            case IGNORED, REFUSED -> context.drops().count(Reason.BAD_STUN);
            case VALID -> own(from);
            case SELECTED -> {
                own(from);
                current = from;
                if (asked == agent)
                    former = null;
            }
        }
    }

    /// Something came by this path that proves who sent it.
    void heard(int from) {
        if (from != current && agent.selectedPath() == IceLite.NO_PATH
                && (current == IceLite.NO_PATH || agent.valid(from)))
            current = from;
    }

    private void own(int path) {
        context.owners().claim(path, owner);
        if (owned.contains(path))
            return;
        owned.add(path);
        for (int i = owned.size() - 1; i >= 0; i--) {
            int old = owned.get(i);
            if (old != current && !agent.valid(old) && (former == null || !former.valid(old))) {
                owned.remove(i);
                context.owners().release(old, owner);
            }
        }
    }

    /// The path is another's now, or its stream has closed.
    void lost(int path) {
        owned.remove((Integer) path);
        agent.forget(path);
        if (former != null)
            former.forget(path);
        if (current == path)
            current = agent.selectedPath();
    }

    /// When the client's consent to be sent to ends, unless it is heard again.
    long deadlineNs(long nowNs) {
        return agent.expired(nowNs) && former != null ? former.nextDeadlineNs() : agent.nextDeadlineNs();
    }

    boolean expired(long nowNs) {
        return agent.expired(nowNs) && (former == null || former.expired(nowNs));
    }

    void close() {
        for (int path : List.copyOf(owned))
            context.owners().release(path, owner);
        owned.clear();
        current = IceLite.NO_PATH;
    }
}
