package lectern.whiteboard;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import lectern.protocol.BoardEvent;
import lectern.protocol.BoardNews;
import lectern.protocol.board.Change;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;

/// What a client has of one page, and how it gets it: after asking with a revision the missing edits come, or the page in
/// parts, with newer edits perhaps already between those.
final class LocalPage {
    final Replica replica = new Replica();
    final History history = new History();
    final Authors authors = new Authors();
    private final List<Shape> shapes = new ArrayList<>();
    /// What came before the parts were complete, by revision: what was on its way while we asked comes twice.
    private final NavigableMap<Long, BoardEvent.Edited> early = new TreeMap<>();
    private Loading loading = Loading.CLOSED;
    /// Has all up to its revision. One that hasn't must be asked for from the beginning.
    private boolean whole;
    private int parts;
    private long partsRevision;
    private long had;

    private enum Loading {
        CLOSED, ASKED, COLLECTING, LIVE
    }

    /// What to do with an edit that came.
    enum Turn {
        DO, KEEP, PASS_OVER, ASK_ANEW
    }

    long revision() { return whole ? replica.revision() : 0; }

    boolean isWhole() { return whole; }

    /// The server had this pending edit of ours before the connection broke. It may have refused it with nobody listening, so
    /// what is on the page must come anew: [#received] then drops what is had.
    void had(long number) {
        had = Math.max(had, number);
        whole = false;
    }

    void asked() {
        loading = Loading.ASKED;
        shapes.clear();
        early.clear();
        parts = 0;
    }

    void closed() {
        asked();
        loading = Loading.CLOSED;
    }

    /// What is here is no base for what comes.
    void spoiled() {
        closed();
        whole = false;
    }

    Turn turn(BoardEvent.Edited edited) {
        long next = replica.revision() + 1;
        switch (loading) {
            case CLOSED -> {
                return Turn.PASS_OVER;
            }
            case ASKED, COLLECTING -> {
                if (loading == Loading.COLLECTING || !whole || edited.revision() != next) {
                    early.put(edited.revision(), edited);
                    return Turn.KEEP;
                }
                early.clear();
                loading = Loading.LIVE;
                return Turn.DO;
            }
            case LIVE -> {
                if (edited.revision() == next) return Turn.DO;
                return edited.revision() < next ? Turn.PASS_OVER : Turn.ASK_ANEW;
            }
        }
        throw new AssertionError(loading);
    }

    /// Whether the edit brings back what isn't known here, since a page in parts comes without its graveyard.
    boolean lacks(BoardEvent.Edited edited) {
        for (Change change : edited.changes())
            if (change instanceof Change.Restore restore)
                for (ShapeId id : restore.ids()) if (replica.isUnknown(id)) return true;
        return false;
    }

    /// Whether the page is complete with this: then [#takeEarly] is to be done.
    boolean received(BoardNews.PagePart part) {
        if (loading == Loading.CLOSED) return false;
        // Where we are further than the parts they are of an asking before.
        if (loading == Loading.LIVE && (part.part() > 0 || part.revision() <= replica.revision())) return false;
        if (part.part() == 0) {
            shapes.clear();
            parts = 0;
        }
        if (part.part() != parts || parts > 0 && part.revision() != partsRevision) return false;
        partsRevision = part.revision();
        loading = Loading.COLLECTING;
        parts++;
        shapes.addAll(part.shapes());
        if (parts < part.parts()) return false;
        replica.drop(had);
        replica.reset(part.revision(), shapes);
        whole = true;
        loading = Loading.LIVE;
        shapes.clear();
        return true;
    }

    List<BoardEvent.Edited> takeEarly() {
        List<BoardEvent.Edited> all = List.copyOf(early.values());
        early.clear();
        return all;
    }
}
