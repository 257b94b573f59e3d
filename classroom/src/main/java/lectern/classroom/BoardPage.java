package lectern.classroom;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lectern.protocol.BoardEvent;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Page;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.whiteboard.Sheet;
import org.jspecify.annotations.Nullable;

/// One page and what is on it.
final class BoardPage {
    /// A snapshot is given out again as long as what happened since is little beside it.
    private static final int SNAPSHOT_BEHIND_BYTES = 64 * 1024;

    private Page page;
    private final Sheet sheet;
    private final PageTail tail = new PageTail();
    private @Nullable PageSnapshot snapshot;
    /// Those that are on the page or have been: they may be brought back.
    private final Set<AssetId> pictures = new HashSet<>();

    BoardPage(Page page, Collection<Shape> copied) {
        this.page = page;
        this.sheet = Sheet.of(0, copied);
        for (Shape shape : copied) note(shape.form());
    }

    Page page() {
        return page;
    }

    void become(Page next) {
        page = next;
    }

    Sheet sheet() {
        return sheet;
    }

    long revision() {
        return sheet.revision();
    }

    /// How many shapes it might hold after these changes, those that were deleted with them.
    int shapesAfter(List<Change> changes) {
        int added = 0;
        for (Change change : changes) if (change instanceof Change.Add) added++;
        return sheet.size() + sheet.buried() + added;
    }

    /// Why these changes can't be, or null. A client that got the page in parts knows no deleted shapes: what it can't check
    /// must be so for all.
    @Nullable
    String impossible(List<Change> changes) {
        var added = new HashSet<ShapeId>();
        for (Change change : changes) switch (change) {
            case Change.Add(var shape) -> {
                if (isKnown(shape.id()) || !added.add(shape.id())) return "A new shape has an id of its own.";
            }
            case Change.Restore(var ids) -> {
                for (ShapeId id : ids)
                    if (!isKnown(id) && !added.contains(id)) return "There was no such shape on this page.";
            }
            case Change.Set _,Change.Delete _ -> {
            }
        }
        return null;
    }

    private boolean isKnown(ShapeId id) { return sheet.find(id) != null || sheet.isBuried(id); }

    void apply(Recorded recorded, BoardEvent.Edited edited) {
        sheet.apply(edited.changes());
        for (Change change : edited.changes()) {
            if (change instanceof Change.Add(var shape)) note(shape.form());
            else if (change instanceof Change.Set set && set.form() != null) note(set.form());
        }
        sheet.revision(edited.revision());
        tail.add(recorded, edited);
    }

    private void note(Form form) {
        if (form instanceof Form.Picture picture) pictures.add(picture.asset());
    }

    /// Whether the page, or a picture on it, is this file.
    boolean shows(AssetId asset) {
        return pictures.contains(asset) || switch (page.ground()) {
            case Ground.Picture(var it) -> it.equals(asset);
            case Ground.Clip(var it, _) -> it.equals(asset);
            case Ground.Document _,Ground.Paper _,Ground.Screen _ -> false;
        };
    }

    Optional<List<Recorded>> editsAfter(long revision, int maxBytes) {
        return tail.after(revision, sheet.revision(), maxBytes);
    }

    /// What is on the page, now or some edits ago: [#editsAfter] has those, and they are at most so many bytes.
    PageSnapshot snapshot(int maxBehindBytes) {
        PageSnapshot known = snapshot;
        int behind = Math.min(SNAPSHOT_BEHIND_BYTES, maxBehindBytes);
        if (known == null || editsAfter(known.revision(), behind).isEmpty()) {
            known = new PageSnapshot(page.id(), sheet.revision(), sheet.shapes());
            snapshot = known;
        }
        return known;
    }
}
