package lectern.whiteboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lectern.protocol.ParticipantId;
import lectern.protocol.ProtocolException;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Presence;
import lectern.protocol.board.ShapeId;
import lectern.protocol.board.StrokeInHand;
import org.jspecify.annotations.Nullable;

/// What others are doing right now. Only the newest of each counts, but the parts of a stroke are put together.
public final class Presences {
    private static final long SILENCE_MS = 3_000;

    private final Map<ParticipantId, Doing> doing = new TreeMap<>();

    /// @param ink    the stroke in hand as far as it was heard, with the presence's look, place and precision; null when none is
    /// @param atMs   when the last word of it came
    public record Doing(ParticipantId who, Presence presence, @Nullable InkPoints ink, long atMs) {}

    /// On which pages something changed.
    List<PageId> received(ParticipantId who, Presence presence, long nowMs) {
        Doing before = doing.get(who);
        doing.put(who, new Doing(who, presence, ink(before, presence.stroke()), nowMs));
        return before == null || before.presence.page().equals(presence.page())
                ? List.of(presence.page())
                : List.of(before.presence.page(), presence.page());
    }

    private static @Nullable InkPoints ink(@Nullable Doing before, @Nullable StrokeInHand stroke) {
        if (stroke == null) return null;
        InkPoints part;
        try {
            part = InkCode.decode(stroke.points());
        } catch (ProtocolException malformed) {
            return null;
        }
        if (before == null || before.ink == null) return part;
        StrokeInHand old = before.presence.stroke();
        if (old == null || !old.id().equals(stroke.id())) return part;
        int kept = Math.min(before.ink.size(), stroke.from());
        if (kept == 0 || kept + part.size() > InkPoints.MOST) return part;
        return before.ink.part(0, kept).and(part);
    }

    List<Doing> on(PageId page) {
        return doing.values().stream().filter(it -> it.presence.page().equals(page)).toList();
    }

    /// A stroke or shape that is on the page isn't in a hand any more. Whether there was such a one.
    boolean finished(PageId page, ParticipantId who, ShapeId id) {
        Doing it = doing.get(who);
        if (it == null || !it.presence.page().equals(page)) return false;
        Presence was = it.presence;
        StrokeInHand stroke = was.stroke();
        var shape = was.shape();
        if ((stroke == null || !stroke.id().equals(id)) && (shape == null || !shape.id().equals(id))) return false;
        doing.put(who, new Doing(who, new Presence(page, was.cursor(), was.laser(), null, null, was.view()), null,
                it.atMs));
        return true;
    }

    @Nullable
    PageId gone(ParticipantId who) {
        Doing it = doing.remove(who);
        return it == null ? null : it.presence.page();
    }

    void clear() { doing.clear(); }

    List<PageId> expire(long nowMs) {
        List<PageId> pages = new ArrayList<>();
        doing.values().removeIf(it -> {
            boolean old = nowMs - it.atMs >= SILENCE_MS;
            if (old) pages.add(it.presence.page());
            return old;
        });
        return pages;
    }

    /// When the next one falls silent; [Long#MAX_VALUE] for never.
    long nextDeadlineMs() {
        return doing.values().stream().mapToLong(it -> it.atMs + SILENCE_MS).min().orElse(Long.MAX_VALUE);
    }
}
