package lectern.ui.board;

import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import lectern.protocol.BoardMessage;
import lectern.protocol.ParticipantId;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Ground.Paper.Ruling;
import lectern.protocol.board.HandOut;
import lectern.ui.model.BoardModel;
import lectern.ui.part.Icon;
import lectern.ui.part.Keys;
import lectern.ui.part.Popovers;
import lectern.ui.part.Segments;
import lectern.ui.part.Ui;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

/// Gives each student a page of their own; once that is done, opens the grid of them.
final class HandOutButton extends Button {
    enum What { THIS, EMPTY }

    enum To { EVERYBODY, CHOSEN }

    private final Ui ui;
    private final BoardModel model;
    private final PageVerbs verbs;
    private final Runnable onHandedOut;
    private final ObjectProperty<What> what = new SimpleObjectProperty<>(What.THIS);
    private final ObjectProperty<To> to = new SimpleObjectProperty<>(To.EVERYBODY);
    private final Button go = new Button();
    private final StudentChoice students;
    private final PopOver popover;

    HandOutButton(Ui ui, PageVerbs verbs, Runnable onHandedOut, Runnable openGrid) {
        this.ui = ui;
        this.verbs = verbs;
        this.onHandedOut = onHandedOut;
        model = ui.model.lesson.board;
        students = new StudentChoice(ui, this::check);
        popover = Popovers.make(content());
        setId("hand-out");
        getStyleClass().setAll("bar-button");
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> {
            if (model.handOut.get() == null) Popovers.toggle(popover, this);
            else openGrid.run();
        });
        ui.onClose(() -> popover.hide(Duration.ZERO));
        ui.watchAll(() -> {
            boolean out = model.handOut.get() != null;
            setGraphic((out ? Icon.GRID : Icon.HAND_OUT).node());
            setText(out
                    ? ui.text("handout.pages", PageRow.privates(model).stream().filter(it -> !it.collected()).count())
                    : ui.text("handout.go"));
            Keys.name(this, ui.text(out ? "handout.open" : "handout.about"));
        }, model.handOut, model.pages);
    }

    private VBox content() {
        var title = new Label(ui.text("handout.title"));
        title.getStyleClass().add("strong");
        var about = new Label(ui.text("handout.about"));
        about.getStyleClass().addAll("muted", "small");
        about.setWrapText(true);
        go.setText(ui.text("handout.go"));
        go.setId("hand-out-go");
        go.getStyleClass().add("primary");
        go.setMaxWidth(Double.MAX_VALUE);
        go.setOnAction(_ -> handOut());
        var content = new VBox(12, title, about,
                Segments.of(ui, "hand-what", List.of(What.values()), what,
                        it -> ui.text(it == What.THIS ? "handout.this" : "handout.empty")),
                Segments.of(ui, "hand-to", List.of(To.values()), to,
                        it -> ui.text(it == To.EVERYBODY ? "drawing.who.all" : "drawing.who.some")),
                students, go);
        content.setPadding(new Insets(16));
        content.setPrefWidth(330);
        ui.watch(to, now -> {
            students.setVisible(now == To.CHOSEN);
            students.setManaged(now == To.CHOSEN);
            check();
        });
        return content;
    }

    private void check() { go.setDisable(to.get() == To.CHOSEN && students.chosen().isEmpty()); }

    private void handOut() {
        var viewed = model.viewed.get();
        @Nullable
        Set<ParticipantId> those = to.get() == To.EVERYBODY ? null : students.chosen();
        if (what.get() == What.EMPTY || viewed == null)
            verbs.handOutEmpty(new Ground.Paper(Ruling.PLAIN, false), page -> new HandOut(page.id(), those));
        else
            model.say(new BoardMessage.HandOutPages(new HandOut(viewed.id(), those)));
        popover.hide();
        onHandedOut.run();
    }
}
