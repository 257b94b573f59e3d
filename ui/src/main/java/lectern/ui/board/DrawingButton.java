package lectern.ui.board;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import java.util.List;
import lectern.protocol.BoardMessage;
import lectern.protocol.board.Drawing;
import lectern.ui.model.BoardModel;
import lectern.ui.part.Icon;
import lectern.ui.part.Keys;
import lectern.ui.part.Popovers;
import lectern.ui.part.Segments;
import lectern.ui.part.Ui;
import org.controlsfx.control.PopOver;

/// Who may draw: a click changes between nobody and everybody; the arrow opens the choice of some.
final class DrawingButton extends HBox {
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    enum Who { NOBODY, EVERYBODY, CHOSEN }

    private final Ui ui;
    private final BoardModel model;
    private final ObjectProperty<Who> who = new SimpleObjectProperty<>(Who.NOBODY);
    private final StudentChoice students;

    DrawingButton(Ui ui) {
        super(1);
        this.ui = ui;
        model = ui.model.lesson.board;
        students = new StudentChoice(ui, this::chosen);
        setAlignment(Pos.CENTER);
        getStyleClass().add("split");
        var main = new Button(null, Icon.PEN.node());
        main.setId("drawing");
        main.getStyleClass().setAll("bar-button", "split-left");
        main.setMinWidth(USE_PREF_SIZE);
        main.setOnAction(_ -> allow(model.drawing.get().equals(Drawing.NOBODY) ? Drawing.ALL : Drawing.NOBODY));
        var more = new Button(null, Icon.DOWN.node());
        more.setId("drawing-more");
        more.getStyleClass().setAll("bar-button", "split-right");
        Keys.name(more, ui.text("drawing.choose"));
        var popover = popover();
        more.setOnAction(_ -> Popovers.toggle(popover, more));
        getChildren().addAll(main, more);
        ui.watch(model.drawing, now -> {
            boolean nobody = now.equals(Drawing.NOBODY);
            main.setText(now.all()
                    ? ui.text("drawing.all")
                    : nobody
                            ? ui.text("drawing.nobody")
                            : ui.text("drawing.some", now.some().size()));
            Keys.name(main, ui.text(nobody ? "drawing.allow" : "drawing.forbid"));
            pseudoClassStateChanged(ON, !nobody);
            students.choose(now.some());
            if (who.get() != Who.CHOSEN || now.all() || !nobody)
                who.set(now.all() ? Who.EVERYBODY : nobody ? Who.NOBODY : Who.CHOSEN);
        });
    }

    private PopOver popover() {
        var title = new Label(ui.text("drawing.title"));
        title.getStyleClass().add("strong");
        var choice = Segments.of(ui, "draw", List.of(Who.values()), who, this::name);
        var about = new Label(ui.text("drawing.about"));
        about.getStyleClass().addAll("muted", "small");
        about.setWrapText(true);
        var content = new VBox(12, title, choice, about, students);
        content.setPadding(new Insets(16));
        content.setPrefWidth(330);
        who.addListener((_, _, now) -> {
            switch (now) {
                case NOBODY -> allow(Drawing.NOBODY);
                case EVERYBODY -> allow(Drawing.ALL);
                case CHOSEN -> chosen();
            }
        });
        ui.watch(who, now -> {
            students.setVisible(now == Who.CHOSEN);
            students.setManaged(now == Who.CHOSEN);
        });
        var popover = Popovers.make(content);
        ui.onClose(() -> popover.hide(Duration.ZERO));
        return popover;
    }

    private void chosen() {
        if (who.get() == Who.CHOSEN) allow(new Drawing(false, students.chosen()));
    }

    private void allow(Drawing next) {
        if (!next.equals(model.drawing.get())) model.say(new BoardMessage.AllowDrawing(next));
    }

    private String name(Who who) {
        return switch (who) {
            case NOBODY -> ui.text("drawing.who.nobody");
            case EVERYBODY -> ui.text("drawing.who.all");
            case CHOSEN -> ui.text("drawing.who.some");
        };
    }
}
