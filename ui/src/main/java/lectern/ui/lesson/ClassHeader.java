package lectern.ui.lesson;

import java.time.Duration;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import lectern.protocol.Role;
import lectern.ui.model.Connection;
import lectern.ui.part.Bars;
import lectern.ui.part.Mark;
import lectern.ui.part.SettingsPopover;
import lectern.ui.part.Ui;

/// The line at the top: which class, since when, how good our line is; the links for a teacher, the settings for all.
final class ClassHeader extends HBox {
    private final Ui ui;
    private final Label clock = new Label();
    private final HBox live;

    ClassHeader(Ui ui) {
        super(14);
        this.ui = ui;
        getStyleClass().add("class-header");
        setAlignment(Pos.CENTER_LEFT);
        var lesson = ui.model.lesson;
        var rule = new Region();
        rule.getStyleClass().add("rule");
        var title = new Label();
        title.textProperty().bind(lesson.title);
        title.getStyleClass().add("class-title");
        title.setMinWidth(60);
        live = live();
        clock.getStyleClass().add("clock");
        clock.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(new Mark(30), rule, title, live, clock, space, line());
        if (lesson.role.get() == Role.TEACHER) getChildren().add(LinksPopover.button(ui));
        getChildren().add(SettingsPopover.button(ui));
        getChildren().stream().skip(getChildren().size() - 2L)
                .forEach(node -> ((Region) node).setMinWidth(USE_PREF_SIZE));
        ui.watchAll(() -> tick(Instant.now()), lesson.liveSince, lesson.connection);
    }

    /// Brings the clock up to date; called a few times a second.
    void tick(Instant now) {
        var lesson = ui.model.lesson;
        var since = lesson.liveSince.get();
        boolean running = since != null && !(lesson.connection.get() instanceof Connection.Joining);
        live.setVisible(running);
        live.setManaged(running);
        if (running) clock.setText(Elapsed.clock(Duration.between(since, now)));
        clock.setVisible(running);
    }

    private HBox live() {
        var dot = new Circle(3.5);
        dot.getStyleClass().add("dot");
        var text = new Label(ui.text("live"));
        text.setMinWidth(USE_PREF_SIZE);
        var live = new HBox(6, dot, text);
        live.setAlignment(Pos.CENTER);
        live.setMaxHeight(USE_PREF_SIZE);
        live.setMinWidth(USE_PREF_SIZE);
        live.getStyleClass().add("live");
        return live;
    }

    private HBox line() {
        var bars = new Bars(15);
        var time = new Label();
        time.getStyleClass().addAll("muted", "small");
        time.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(8, bars, time);
        line.setAlignment(Pos.CENTER);
        var lesson = ui.model.lesson;
        ui.watchAll(() -> {
            int now = lesson.bars.get(), ms = lesson.roundTripMs.get();
            line.setVisible(now >= 0);
            bars.show(now);
            time.setText(ms < 0 ? "" : ui.text("header.line.ms", ms));
            line.setAccessibleText(ui.text("header.line", now));
        }, lesson.bars, lesson.roundTripMs);
        return line;
    }
}
