package lectern.ui.board;

import java.util.HashSet;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lectern.protocol.ParticipantId;
import lectern.protocol.Role;
import lectern.ui.part.Avatar;
import lectern.ui.part.Ui;

/// The students as a list to tick.
public final class StudentChoice extends ScrollPane {
    private static final double HEIGHT = 214;

    private final Ui ui;
    private final Runnable onChange;
    private final Set<ParticipantId> chosen = new HashSet<>();
    private final VBox list = new VBox(2);

    public StudentChoice(Ui ui, Runnable onChange) {
        this.ui = ui;
        this.onChange = onChange;
        getStyleClass().addAll("student-choice", "edge-to-edge");
        setContent(list);
        setFitToWidth(true);
        setMaxHeight(HEIGHT);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        ui.watchAll(this::fill, ui.model.lesson.people);
    }

    public Set<ParticipantId> chosen() { return Set.copyOf(chosen); }

    void choose(Set<ParticipantId> these) {
        if (chosen.equals(these)) return;
        chosen.clear();
        chosen.addAll(these);
        fill();
    }

    private void fill() {
        list.getChildren().clear();
        for (var person : ui.model.lesson.people) {
            if (person.role != Role.STUDENT) continue;
            var id = new ParticipantId(person.id);
            var box = new CheckBox();
            box.setId("choose-" + person.id);
            box.setSelected(chosen.contains(id));
            var face = new HBox(8, new Avatar(person.name, 24), new Label(person.name));
            face.setAlignment(Pos.CENTER_LEFT);
            box.setGraphic(face);
            box.setAccessibleText(person.name);
            box.getStyleClass().add("student-row");
            box.setMaxWidth(Double.MAX_VALUE);
            box.setOnAction(_ -> {
                if (box.isSelected()) chosen.add(id);
                else chosen.remove(id);
                onChange.run();
            });
            list.getChildren().add(box);
        }
        if (!list.getChildren().isEmpty()) return;
        var none = new Label(ui.text("students.none"));
        none.getStyleClass().add("muted");
        list.getChildren().add(none);
    }
}
