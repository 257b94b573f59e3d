package lectern.ui.model;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Page;
import lectern.protocol.material.Outline;
import lectern.protocol.material.OutlinePage;
import org.jspecify.annotations.Nullable;

/// What is known of the lesson's documents.
public final class MaterialsModel {
    /// For those who moderate, as far as they are known: the program puts them here. They have the speaker's notes.
    public final ObservableMap<AssetId, Outline> outlines = FXCollections.observableHashMap();

    /// Whether the speaker's notes are shown on this screen.
    public final BooleanProperty notesShown = new SimpleBooleanProperty();

    /// Whether any page of this page's document has notes.
    public boolean hasNotes(@Nullable Page page) {
        if (page == null || !(page.ground() instanceof Ground.Document ground)) return false;
        var outline = outlines.get(ground.document());
        return outline != null && outline.pages().stream().anyMatch(it -> it.notes() != null && !it.notes().isBlank());
    }

    /// What the outline says of a page of the board; null for what isn't a document's, or isn't known.
    public @Nullable OutlinePage of(@Nullable Page page) {
        if (page == null || !(page.ground() instanceof Ground.Document ground)) return null;
        var outline = outlines.get(ground.document());
        return outline == null || ground.number() >= outline.pages().size()
                ? null
                : outline.pages().get(ground.number());
    }
}
