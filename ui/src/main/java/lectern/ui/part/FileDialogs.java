package lectern.ui.part;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;

/// The system's own dialogs for files, which a screen of tests hasn't got.
public interface FileDialogs {
    /// Files with one of these endings (without the dot); none when the person changed their mind.
    List<Path> open(Window owner, String title, String kind, List<String> endings);

    Optional<Path> save(Window owner, String title, String suggestedName, String ending);

    Optional<Path> folder(Window owner, String title);
}
