package lectern.ui.board;

import java.util.List;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import lectern.ui.part.Icon;
import lectern.ui.part.Keys;
import lectern.ui.part.Ui;

/// How the clip is played for all, for those who moderate; where it is and how loud it is here, for everybody.
final class ClipBar extends HBox {
    private static final List<Double> RATES = List.of(0.5, 0.75, 1.0, 1.25, 1.5, 2.0);
    private static final double SKIP_S = 10;
    private static final Duration BETWEEN_SEEKS = Duration.millis(200);

    private final Ui ui;
    private final ClipShow show;
    private final BoardSurface surface;
    private final Slider place = new Slider(0, 1, 0);
    private final Label time = new Label();
    private final PauseTransition pause = new PauseTransition(BETWEEN_SEEKS);
    private boolean following; // the slider is moved by the clip, not by the hand
    private boolean waits; // a place of the hand isn't said yet

    ClipBar(Ui ui, BoardSurface surface, ClipShow show) {
        super(4);
        this.ui = ui;
        this.show = show;
        this.surface = surface;
        boolean moderates = ui.model.lesson.board.moderates();
        setId("clip-bar");
        getStyleClass().addAll("float-bar", "clip-bar");
        setAlignment(Pos.CENTER);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        place.setId("clip-place");
        place.setPrefWidth(moderates ? 210 : 240);
        place.setDisable(!moderates);
        place.setFocusTraversable(moderates);
        place.setAccessibleText(ui.text("clip.place"));
        time.setId("clip-time");
        time.getStyleClass().add("clip-time");
        time.setMinWidth(Region.USE_PREF_SIZE);
        if (moderates) {
            var play = button("clip-play", Icon.PLAY, "clip.play", show::toggle);
            Keys.name(play, ui.text("clip.play"), new KeyCodeCombination(KeyCode.SPACE));
            ui.watchAll(() -> {
                play.setGraphic((show.isPlaying() ? Icon.PAUSE : Icon.PLAY).node());
                Keys.name(play, ui.text(show.isPlaying() ? "clip.pause" : "clip.play"),
                        new KeyCodeCombination(KeyCode.SPACE));
            }, show.playbackProperty(), show.stageProperty());
            getChildren().addAll(button("clip-restart", Icon.TO_BEGIN, "clip.restart", () -> show.seek(0)),
                    button("clip-back", Icon.SKIP_BACK, "clip.back", () -> show.skip(-SKIP_S)), play,
                    button("clip-on", Icon.SKIP_ON, "clip.on", () -> show.skip(SKIP_S)));
        }
        getChildren().addAll(place, time);
        if (moderates) getChildren().add(speed());
        getChildren().addAll(ViewBar.rule(), loudness());
        place.valueProperty().subscribe(this::moved);
        place.valueChangingProperty().subscribe(held -> {
            if (!held && waits) say();
        });
        pause.setOnFinished(_ -> {
            if (waits) say();
        });
        ui.watch(show.stageProperty(), stage -> {
            boolean ready = stage instanceof ClipShow.Stage.Ready;
            setVisible(!(stage instanceof ClipShow.Stage.None));
            place.setDisable(!moderates || !ready);
            surface.takesSpace(moderates && !(stage instanceof ClipShow.Stage.None));
        });
        ui.watchAll(this::follow, show.positionSProperty(), show.durationSProperty());
        ui.onClose(pause::stop);
        if (moderates) surface.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getTarget() != surface || event.getCode() != KeyCode.SPACE || !isVisible()) return;
            show.toggle();
            event.consume();
        });
    }

    private void follow() {
        double lengthS = show.durationSProperty().get(), atS = show.positionSProperty().get();
        if (!place.isValueChanging() && !waits) {
            following = true;
            place.setMax(lengthS > 0 ? lengthS : 1);
            place.setValue(lengthS > 0 ? atS : 0);
            following = false;
        }
        time.setText(ClipTime.of(atS) + " / " + (lengthS > 0 ? ClipTime.of(lengthS) : "–:––"));
    }

    /// Under a dragging hand at most five a second are said, and where it stopped.
    private void moved() {
        if (following) return;
        waits = true;
        if (pause.getStatus() != Animation.Status.RUNNING) say();
    }

    private void say() {
        waits = false;
        show.seek(place.getValue());
        pause.playFromStart();
    }

    private MenuButton speed() {
        var menu = new MenuButton();
        menu.setId("clip-speed");
        menu.getStyleClass().setAll("zoom-menu", "menu-button");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        Keys.name(menu, ui.text("clip.speed"));
        for (double rate : RATES) {
            var item = new MenuItem(ui.text("clip.times", rate));
            item.setId("clip-speed-" + Math.round(rate * 100));
            item.setOnAction(_ -> show.rate(rate));
            menu.getItems().add(item);
        }
        ui.watch(show.playbackProperty(), _ -> menu.setText(ui.text("clip.times", show.rate())));
        return menu;
    }

    private HBox loudness() {
        var mute = button("clip-mute", Icon.SPEAKER, "clip.volume",
                () -> show.volume.set(show.volume.get() > 0 ? 0 : 1));
        var slider = new Slider(0, 1, 1);
        slider.setId("clip-volume");
        slider.setPrefWidth(70);
        slider.setAccessibleText(ui.text("clip.volume"));
        slider.valueProperty().bindBidirectional(show.volume);
        ui.watch(show.volume, now -> mute.setGraphic((now.doubleValue() > 0 ? Icon.SPEAKER : Icon.SPEAKER_OFF).node()));
        var box = new HBox(mute, slider);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private Button button(String id, Icon icon, String key, Runnable then) {
        var button = new Button(null, icon.node());
        button.setId(id);
        button.getStyleClass().setAll("board-tool", "small-tool");
        Keys.name(button, ui.text(key));
        button.setOnAction(_ -> then.run());
        button.setOnMouseReleased(_ -> surface.requestFocus());
        return button;
    }
}
