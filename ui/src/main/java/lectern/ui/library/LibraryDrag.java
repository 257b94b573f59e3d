package lectern.ui.library;

import java.util.List;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import lectern.ui.model.LibraryModel;
import lectern.ui.model.Prepared;

/// Materials on their way from the library: the system's clipboard has their files, [LibraryModel#dragged] how they are
/// prepared.
public final class LibraryDrag {
    static final DataFormat FORMAT = new DataFormat("application/x-lectern-materials");

    private LibraryDrag() {}

    static void put(ClipboardContent content) { content.put(FORMAT, "library"); }

    public static boolean isIn(DragEvent event) { return event.getDragboard().hasContent(FORMAT); }

    public static List<Prepared> take(LibraryModel model) {
        var materials = model.dragged.get();
        model.dragged.set(List.of());
        return materials;
    }
}
