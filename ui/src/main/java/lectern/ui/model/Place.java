package lectern.ui.model;

import java.nio.file.Path;

/// Where in the library one looks.
public sealed interface Place {
    /// What was brought into a class last.
    record Recent() implements Place {}

    /// @param root one of the library's folders
    /// @param at   that folder, or one in it
    record Folder(Path root, Path at) implements Place {}
}
