package lectern.ui.library;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lectern.ui.part.Icon;
import lectern.ui.part.Keys;
import lectern.ui.part.Segments;
import lectern.ui.part.Ui;

/// The library beside the board: what was prepared for this class, and everything else.
public final class LibraryDrawer extends VBox {
    enum Part { PREPARED, LIBRARY }

    public LibraryDrawer(Ui ui) {
        getStyleClass().add("library-drawer");
        setId("library-drawer");
        var verbs = new Verbs(ui, true);
        var title = new Label(ui.text("library.title"));
        title.getStyleClass().add("subheading");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var close = new Button(null, Icon.CLOSE.node());
        close.setId("library-close");
        close.getStyleClass().addAll("quiet", "icon-only");
        Keys.name(close, ui.text("library.close"));
        close.setOnAction(_ -> ui.model.lesson.materialsShown.set(false));
        var head = new HBox(9, title, space, close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("people-head");
        ObjectProperty<Part> part = new SimpleObjectProperty<>(
                ui.model.library.list().isEmpty() && !ui.model.library.folders.isEmpty()
                        ? Part.LIBRARY
                        : Part.PREPARED);
        var parts = Segments.of(ui, "library-part", List.of(Part.values()), part,
                it -> ui.text(it == Part.PREPARED ? "library.part.prepared" : "library.part.all"));
        var switching = new HBox(parts);
        switching.getStyleClass().add("drawer-parts");
        var prepared = new PreparedPane(ui, verbs);
        prepared.accept(this);
        var browse = new Browse(ui, verbs, true);
        var place = new StackPane(prepared, browse, new RemovedToast(ui));
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().addAll(head, switching, place);
        ui.watch(part, now -> {
            prepared.setVisible(now == Part.PREPARED);
            browse.setVisible(now == Part.LIBRARY);
        });
        var materialsShown = ui.model.lesson.materialsShown;
        ui.watch(materialsShown, shown -> {
            if (shown) ui.classroom.library().refresh();
        });
        FocusWatch.of(this, ui, () -> {
            if (materialsShown.get()) ui.classroom.library().refresh();
        });
    }
}
