package lectern.ui.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import lectern.protocol.ParticipantId;
import lectern.ui.board.StudentChoice;
import lectern.ui.model.Prepared;
import lectern.ui.part.Segments;
import lectern.ui.part.Sheets;
import lectern.ui.part.Ui;
import org.jspecify.annotations.Nullable;

/// One page of a material as a page of their own for each, or for some.
final class HandOutSheet {
    enum To { EVERYBODY, CHOSEN }

    private HandOutSheet() {}

    static void open(Ui ui, Path file, int pages) {
        var heading = new Label(ui.text("library.handout.title"));
        heading.getStyleClass().add("subheading");
        var about = new Label(ui.text("library.handout.about"));
        about.getStyleClass().addAll("muted", "small");
        about.setWrapText(true);
        ObjectProperty<To> to = new SimpleObjectProperty<>(To.EVERYBODY);
        var go = new Button(ui.text("handout.go"));
        go.setId("library-handout-go");
        var grid = new PageGrid(ui, file, pages, _ -> Prepared.Use.SHOWN, false, () -> {});
        var students = new StudentChoice[1];
        Runnable check = () -> {
            if (students[0] != null) go.setDisable(to.get() == To.CHOSEN && students[0].chosen().isEmpty());
        };
        students[0] = new StudentChoice(ui, check);
        students[0].setMinHeight(110);
        var whom = Segments.of(ui, "library-hand-to", List.of(To.values()), to,
                it -> ui.text(it == To.EVERYBODY ? "drawing.who.all" : "drawing.who.some"));
        ui.watch(to, now -> {
            students[0].setVisible(now == To.CHOSEN);
            students[0].setManaged(now == To.CHOSEN);
            check.run();
        });
        var cancel = new Button(ui.text("dialog.cancel"));
        cancel.getStyleClass().add("outline");
        cancel.setOnAction(_ -> ui.sheets.close());
        go.getStyleClass().add("primary");
        go.setDefaultButton(true);
        go.setOnAction(_ -> {
            int page = grid.picked().stream().findFirst().orElse(0);
            @Nullable
            Set<ParticipantId> those = to.get() == To.EVERYBODY ? null : students[0].chosen();
            ui.sheets.close();
            ui.classroom.handOut(Prepared.only(file, page, pages, Prepared.Use.HIDDEN), those);
        });
        var sheet = new VBox(12, heading, about);
        if (pages > 1) sheet.getChildren().add(grid);
        sheet.getChildren().addAll(whom, students[0], Sheets.buttons(cancel, go));
        sheet.setPrefWidth(pages > 1 ? 750 : 430);
        ui.sheets.open(sheet, pages > 1 ? grid : go, grid::forget);
    }
}
