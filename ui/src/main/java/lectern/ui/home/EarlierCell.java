package lectern.ui.home;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lectern.ui.model.EarlierLesson;
import lectern.ui.part.Icon;
import lectern.ui.part.Keys;
import lectern.ui.part.Ui;
import org.jspecify.annotations.Nullable;

/// One earlier lesson: what it was called, when it was held, and the way back into it.
final class EarlierCell extends ListCell<EarlierLesson> {
    private final Ui ui;
    private final EarlierLessons verbs;

    EarlierCell(Ui ui, EarlierLessons verbs) {
        this.ui = ui;
        this.verbs = verbs;
        setPrefWidth(0); // as wide as the list, never wider: long titles are shortened
    }

    @Override
    protected void updateItem(@Nullable EarlierLesson lesson, boolean empty) {
        super.updateItem(lesson, empty);
        setText(null);
        setGraphic(empty || lesson == null ? null : row(lesson));
        setAccessibleText(empty || lesson == null ? null : lesson.title() + ", " + Held.about(ui.words, lesson));
    }

    private HBox row(EarlierLesson lesson) {
        var title = new Label(lesson.title());
        title.getStyleClass().add("lesson-title");
        var about = new Label(Held.about(ui.words, lesson));
        about.getStyleClass().addAll("muted", "small");
        var text = new VBox(1, title, about);
        text.setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var row = new HBox(12, text);
        row.setAlignment(Pos.CENTER_LEFT);
        if (lesson.unfinished()) {
            var badge = new Label(ui.text("earlier.unfinished"));
            badge.getStyleClass().addAll("badge", "unfinished");
            badge.setMinWidth(Region.USE_PREF_SIZE);
            row.getChildren().add(badge);
        }
        row.getChildren().addAll(goOn(lesson), more(lesson));
        return row;
    }

    private Button goOn(EarlierLesson lesson) {
        var go = new Button(ui.text("earlier.go"));
        go.getStyleClass().addAll(lesson.unfinished() ? "primary" : "outline", "compact");
        go.setMinWidth(Region.USE_PREF_SIZE);
        go.setAccessibleText(ui.text("earlier.go") + ": " + lesson.title());
        go.disableProperty().bind(ui.model.home.busy);
        go.setOnAction(_ -> verbs.goOn(lesson));
        return go;
    }

    private MenuButton more(EarlierLesson lesson) {
        var show = new MenuItem(ui.text("earlier.show"));
        show.setOnAction(_ -> ui.classroom.lessons().showFolder(lesson));
        var delete = new MenuItem(ui.text("earlier.delete"));
        delete.setOnAction(_ -> verbs.delete(lesson));
        var more = new MenuButton(null, Icon.MORE.node());
        if (!lesson.unfinished()) { // whose name everybody in it knows
            var rename = new MenuItem(ui.text("earlier.rename"));
            rename.setOnAction(_ -> verbs.rename(lesson));
            more.getItems().add(rename);
        }
        more.getItems().addAll(show, delete);
        more.setMinWidth(28);
        more.setMaxWidth(28);
        Keys.name(more, ui.text("earlier.more", lesson.title()));
        return more;
    }
}
