package lectern.ui.library;

import java.nio.file.Path;
import java.util.List;
import lectern.ui.model.Material;
import lectern.ui.model.TextHit;

/// Something that can be picked on a shelf.
sealed interface Item {
    record Folder(Path path) implements Item {}

    record File(Material material) implements Item {}

    record Hit(TextHit hit) implements Item {}

    /// Items under a heading; without one where it is empty.
    record Section(String heading, List<? extends Item> items) {}
}
