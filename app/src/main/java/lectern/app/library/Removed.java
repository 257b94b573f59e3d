package lectern.app.library;

import java.nio.file.Path;
import java.util.Map;
import lectern.ui.model.Prepared;

/// What was taken out of a [LibraryState], with where it was: enough to put it back, whatever was changed since.
sealed interface Removed {
    record Folder(Path folder, int index) implements Removed {}

    /// @param materials by where they stood
    record Materials(String room, Map<Integer, Prepared> materials) implements Removed {
        public Materials {
            materials = Map.copyOf(materials);
        }
    }
}
