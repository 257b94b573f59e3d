package lectern.whiteboard;

import java.util.ArrayList;
import java.util.List;
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
    private final List<BoardEvent.Edited> early = new ArrayList<>();
    private Loading loading = Loading.CLOSED;
    /// Has all up to its revision. One that hasn't must be asked for from the beginning.
    private boolean whole;
    private int parts;
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

    /// The server had this pending edit of ours before the connection broke: a page in parts has it in it.
    void had(long number) { had = Math.max(had, number); }

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
        if (loading == Loading.CLOSED) return Turn.PASS_OVER;
        if (loading == Loading.COLLECTING || !whole) {
            early.add(edited);
            return Turn.KEEP;
        }
        long next = replica.revision() + 1;
        if (edited.revision() < next) return Turn.PASS_OVER;
        if (edited.revision() == next) {
            loading = Loading.LIVE;
            return Turn.DO;
        }
        if (loading == Loading.LIVE) return Turn.ASK_ANEW;
        early.add(edited);
        return Turn.KEEP;
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
        if (loading == Loading.CLOSED || loading == Loading.LIVE) return false;
        if (part.part() == 0) {
            shapes.clear();
            parts = 0;
        }
        if (part.part() != parts) return false;
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
        List<BoardEvent.Edited> all = List.copyOf(early);
        early.clear();
        return all;
    }
}
