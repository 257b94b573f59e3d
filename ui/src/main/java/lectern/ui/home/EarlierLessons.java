package lectern.ui.home;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lectern.protocol.Limits;
import lectern.ui.model.EarlierLesson;
import lectern.ui.part.Icon;
import lectern.ui.part.Problem;
import lectern.ui.part.Sheets;
import lectern.ui.part.Ui;
import org.controlsfx.control.textfield.CustomTextField;

/// The lessons that were held here, to be gone on with. Nothing where there are none.
final class EarlierLessons extends VBox {
    private static final int SEARCH_FROM = 9;
    private static final double ROW = 58;
    private static final int ROWS_SHOWN = 4;

    private final Ui ui;
    private final CustomTextField search = new CustomTextField();
    private final ObservableList<EarlierLesson> found = FXCollections.observableArrayList();
    private final ListView<EarlierLesson> list = new ListView<>(found);

    EarlierLessons(Ui ui) {
        super(10);
        this.ui = ui;
        var lessons = ui.model.home.earlier;
        getStyleClass().add("earlier");
        setMaxWidth(900);
        list();
        getChildren().addAll(head(), new Problem(ui, ui.model.home.lessonsProblem), list);
        visibleProperty().bind(Bindings.isNotEmpty(lessons)
                .or(ui.model.home.lessonsProblem.isNotNull()));
        managedProperty().bind(visibleProperty());
        ui.watchAll(() -> {
            boolean many = lessons.size() >= SEARCH_FROM;
            search.setVisible(many);
            search.setManaged(many);
            var chosen = list.getSelectionModel().getSelectedItem();
            found.setAll(lessons.stream().filter(lesson -> !many || isSought(lesson)).toList());
            if (chosen != null) list.getSelectionModel().select(chosen);
        }, lessons, search.textProperty());
    }

    private HBox head() {
        var title = new Label(ui.text("earlier.title"));
        title.getStyleClass().add("strong");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        search.setId("earlier-search");
        search.setLeft(Icon.SEARCH.node());
        search.setPromptText(ui.text("earlier.search"));
        search.setAccessibleText(ui.text("earlier.search"));
        search.setPrefWidth(240);
        var head = new HBox(10, title, space, search);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void list() {
        list.setId("earlier-list");
        list.getStyleClass().add("earlier-list");
        list.setAccessibleText(ui.text("earlier.title"));
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new EarlierCell(ui, this));
        var nothing = new Label(ui.text("earlier.nothing"));
        nothing.getStyleClass().add("muted");
        list.setPlaceholder(nothing);
        var height = Bindings.createDoubleBinding(
                () -> Math.clamp(found.size(), 1, ROWS_SHOWN) * ROW + 10, found);
        list.prefHeightProperty().bind(height);
        list.minHeightProperty().bind(height);
        list.setOnKeyPressed(event -> {
            var lesson = list.getSelectionModel().getSelectedItem();
            if (lesson == null || event.getTarget() != list) return;
            switch (event.getCode()) {
                case ENTER -> goOn(lesson);
                case F2 -> {
                    if (!lesson.unfinished()) rename(lesson);
                }
                case DELETE -> delete(lesson);
                default -> {
                    return;
                }
            }
            event.consume();
        });
        list.addEventHandler(javafx.scene.input.MouseEvent.MOUSE_CLICKED, event -> {
            var lesson = list.getSelectionModel().getSelectedItem();
            if (event.getClickCount() == 2 && lesson != null) goOn(lesson);
        });
    }

    private boolean isSought(EarlierLesson lesson) {
        var sought = search.getText() == null ? "" : search.getText().strip().toLowerCase(Locale.ROOT);
        return lesson.title().toLowerCase(Locale.ROOT).contains(sought)
                || Held.about(ui.words, lesson).toLowerCase(Locale.ROOT).contains(sought);
    }

    void goOn(EarlierLesson lesson) {
        if (!ui.model.home.busy.get()) ui.classroom.lessons().goOn(lesson, ui.model.settings.name.get().strip());
    }

    void delete(EarlierLesson lesson) {
        ui.sheets.ask(ui, ui.text("earlier.delete.title", lesson.title()), ui.text("earlier.delete.text"),
                ui.text("earlier.delete.go"), "danger", () -> ui.classroom.lessons().delete(lesson));
    }

    void rename(EarlierLesson lesson) {
        var heading = new Label(ui.text("earlier.rename.title"));
        heading.getStyleClass().add("subheading");
        var title = new TextField(lesson.title());
        title.setId("rename-title");
        title.setAccessibleText(ui.text("earlier.rename.title"));
        title.setTextFormatter(new TextFormatter<>(
                change -> change.getControlNewText().length() <= Limits.TITLE_CHARS ? change : null));
        title.addEventFilter(javafx.scene.input.KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() != KeyCode.ESCAPE) return; // a field with a formatter keeps it for itself
            ui.sheets.close();
            event.consume();
        });
        var cancel = new Button(ui.text("dialog.cancel"));
        cancel.getStyleClass().add("outline");
        cancel.setOnAction(_ -> ui.sheets.close());
        var go = new Button(ui.text("earlier.rename.go"));
        go.setId("rename-go");
        go.getStyleClass().add("primary");
        go.setDefaultButton(true);
        go.disableProperty().bind(
                Bindings.createBooleanBinding(() -> title.getText().isBlank(), title.textProperty()));
        go.setOnAction(_ -> {
            ui.sheets.close();
            ui.classroom.lessons().rename(lesson, title.getText().strip());
        });
        var sheet = new VBox(10, heading, title, Sheets.buttons(cancel, go));
        sheet.setPrefWidth(430);
        ui.sheets.open(sheet, title, null);
        title.selectAll();
    }
}
