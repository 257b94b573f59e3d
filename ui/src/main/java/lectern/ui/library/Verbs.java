package lectern.ui.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.TransferMode;
import lectern.protocol.board.PageId;
import lectern.ui.model.LibraryModel;
import lectern.ui.model.Material;
import lectern.ui.model.MaterialKind;
import lectern.ui.model.Prepared;
import lectern.ui.model.Preview;
import lectern.ui.part.Ui;
import org.jspecify.annotations.Nullable;

/// What is done with materials: before class they are prepared, in class they come onto the board.
final class Verbs {
    final boolean inClass;
    private final Ui ui;
    private final LibraryModel model;

    Verbs(Ui ui, boolean inClass) {
        this.ui = ui;
        this.inClass = inClass;
        model = ui.model.library;
    }

    /// What a double click does.
    void take(List<Path> files) {
        if (files.isEmpty()) return;
        if (inClass) putOnBoard(files.stream().map(Prepared::whole).toList());
        else prepare(files);
    }

    void prepare(List<Path> files) { ui.classroom.library().prepare(files, model.list().size()); }

    void putOnBoard(List<Prepared> materials) {
        if (!materials.isEmpty()) ui.classroom.importMaterials(materials, last());
    }

    /// From the system's own dialog.
    void choose() {
        var files = ui.dialogs.open(ui.sheets.getScene().getWindow(), ui.text("library.add.files"),
                ui.text("library.files"), MaterialKind.allEndings());
        if (!files.isEmpty()) prepare(files);
    }

    void addFolder() {
        ui.dialogs.folder(ui.sheets.getScene().getWindow(), ui.text("library.add.folder"))
                .ifPresent(ui.classroom.library()::addFolder);
    }

    void find(Path before) {
        ui.dialogs
                .open(ui.sheets.getScene().getWindow(), ui.text("library.find.title", before.getFileName().toString()),
                        ui.text("library.files"), MaterialKind.allEndings())
                .stream().findFirst()
                .ifPresent(now -> ui.classroom.library().found(before, now));
    }

    /// Only what has been looked into and can be shown.
    void choosePages(int index, Prepared one, @Nullable Preview preview) {
        if (preview != null && preview.pages() > 0 && preview.problem() == null && !preview.missing())
            PageChooser.open(ui, one, preview.pages(),
                    chosen -> ui.classroom.library().change(index, chosen));
    }

    void handOut(Path file, @Nullable Preview preview) {
        if (preview != null && preview.pages() > 0 && preview.problem() == null)
            HandOutSheet.open(ui, file, preview.pages());
    }

    /// Onto the board, or into the list of a class.
    void drag(Node from, List<Prepared> materials) { drag(from, materials, null, 0); }

    /// @param also what is told besides
    void drag(Node from, List<Prepared> materials, @Nullable DataFormat also, int value) {
        if (materials.isEmpty()) return;
        model.dragged.set(materials);
        var content = new ClipboardContent();
        LibraryDrag.put(content);
        if (also != null) content.put(also, value);
        content.putFiles(materials.stream().map(it -> it.file().toFile()).toList());
        from.startDragAndDrop(TransferMode.COPY_OR_MOVE).setContent(content);
    }

    static List<Path> files(List<Material> materials) { return materials.stream().map(Material::file).toList(); }

    /// The class's page behind which something new comes.
    private @Nullable PageId last() {
        var board = ui.model.lesson.board;
        return Optional.ofNullable(board.viewed.get()).filter(page -> page.owner() == null)
                .or(() -> board.pages.stream().filter(page -> page.owner() == null).reduce((_, later) -> later))
                .map(page -> page.id()).orElse(null);
    }
}
