package lectern.ui.part;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The real ones.
public final class SystemFileDialogs implements FileDialogs {
    @Override
    public List<Path> open(Window owner, String title, String kind, List<String> endings) {
        var chooser = chooser(title, kind, endings);
        var files = chooser.showOpenMultipleDialog(owner);
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> save(Window owner, String title, String suggestedName, String ending) {
        var chooser = chooser(title, ending.toUpperCase(Locale.ROOT), List.of(ending));
        chooser.setInitialFileName(suggestedName + "." + ending);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(file -> withEnding(file.toPath(), ending));
    }

    @Override
    public Optional<Path> folder(Window owner, String title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    private static FileChooser chooser(String title, String kind, List<String> endings) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(kind, endings.stream().map(ending -> "*." + ending).toList()));
        return chooser;
    }

    /// Not every system's dialog adds it.
    private static Path withEnding(Path file, String ending) {
        var name = file.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith("." + ending) ? file : file.resolveSibling(name + "." + ending);
    }
}
