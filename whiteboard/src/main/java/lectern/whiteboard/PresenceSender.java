package lectern.whiteboard;

import lectern.protocol.BoardLimits;
import lectern.protocol.board.Presence;
import lectern.protocol.board.StrokeInHand;
import org.jspecify.annotations.Nullable;

/// Says what one is doing at most every 33 ms. What waits is replaced by what is newer; of a stroke no point is lost.
final class PresenceSender {
    private static final long INTERVAL_MS = 33;

    private @Nullable Presence waiting;
    private long nextMs = Long.MIN_VALUE;

    void offer(Presence presence) {
        Presence before = waiting;
        waiting = before == null ? presence : joined(before, presence);
    }

    /// What is to be said now.
    @Nullable
    Presence due(long nowMs) {
        if (nowMs < nextMs) return null;
        Presence it = waiting;
        if (it != null) nextMs = nowMs + INTERVAL_MS;
        waiting = null;
        return it;
    }

    long nextDeadlineMs() { return waiting == null ? Long.MAX_VALUE : nextMs; }

    void clear() { waiting = null; }

    private static Presence joined(Presence before, Presence next) {
        StrokeInHand old = before.stroke();
        StrokeInHand more = next.stroke();
        if (old == null || more == null || !old.id().equals(more.id()) || more.from() <= old.from()) return next;
        InkPoints first = InkCode.decode(old.points());
        if (more.from() > old.from() + first.size()) return next;
        String points = InkCode.encode(first.part(0, more.from() - old.from()).and(InkCode.decode(more.points())));
        if (points.length() > BoardLimits.PRESENCE_INK_CHARS) return next;
        return new Presence(next.page(), next.cursor(), next.laser(), new StrokeInHand(more.id(), more.look(),
                more.x(), more.y(), more.precision(), old.from(), points), next.shape(), next.view());
    }
}
