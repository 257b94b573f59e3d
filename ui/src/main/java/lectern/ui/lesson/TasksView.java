package lectern.ui.lesson;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lectern.ui.model.Task;
import lectern.ui.part.Icon;
import lectern.ui.part.Keys;
import lectern.ui.part.Ui;

/// Imports and exports under way: how far they are, and a way to give them up.
final class TasksView extends VBox {
    TasksView(Ui ui) {
        super(8);
        setId("tasks");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setPickOnBounds(false);
        var tasks = ui.model.lesson.tasks.running;
        ui.watchAll(() -> getChildren().setAll(tasks.stream().map(task -> card(ui, task)).toList()), tasks);
    }

    private static Node card(Ui ui, Task task) {
        var title = new Label(ui.text(task.title));
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var cancel = new Button(null, Icon.CLOSE.node());
        cancel.getStyleClass().setAll("board-tool", "small-tool", "task-cancel");
        Keys.name(cancel, ui.text("dialog.cancel"));
        cancel.setOnAction(_ -> task.cancel());
        var head = new HBox(8, title, cancel);
        head.setAlignment(Pos.CENTER_LEFT);
        var bar = new ProgressBar();
        bar.progressProperty().bind(task.fraction);
        bar.setMaxWidth(Double.MAX_VALUE);
        var step = new Label();
        step.getStyleClass().addAll("muted", "small");
        step.textProperty().bind(task.step.map(phrase -> ui.text(phrase)).orElse(""));
        step.managedProperty().bind(task.step.isNotNull());
        var card = new VBox(8, head, bar, step);
        card.getStyleClass().add("float-card");
        card.setPrefWidth(300);
        return card;
    }
}
