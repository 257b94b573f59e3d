package lectern.ui.lobby;

import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import lectern.protocol.Role;
import lectern.ui.model.DevicesModel;
import lectern.ui.model.LobbyModel;
import lectern.ui.part.Icon;
import lectern.ui.part.Keys;
import lectern.ui.part.Mark;
import lectern.ui.part.Meter;
import lectern.ui.part.Problem;
import lectern.ui.part.SettingsPopover;
import lectern.ui.part.Ui;
import org.controlsfx.control.ToggleSwitch;

/// The moment before a class: one's own picture large at the left, name and devices at the right, one button to go in.
public final class LobbyView extends BorderPane {
    private final Ui ui;
    private final LobbyModel lobby;
    private final DevicesModel devices;

    public LobbyView(Ui ui) {
        this.ui = ui;
        this.lobby = ui.model.lobby;
        this.devices = ui.model.devices;
        getStyleClass().add("lobby");
        setTop(topBar());
        // The preview is another one for a watcher, who sends nothing; the role may become known late.
        ui.watch(lobby.role, role -> setCenter(middle(role)));
    }

    private HBox topBar() {
        var back = new Button(null, Icon.BACK.node());
        back.setId("back");
        back.getStyleClass().addAll("quiet", "icon-only");
        Keys.name(back, ui.text("lobby.back"));
        back.setOnAction(_ -> ui.classroom.goHome());
        var name = new Label(ui.text("brand"));
        name.getStyleClass().add("brand-name");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar = new HBox(11, back, new Mark(32), name, space, SettingsPopover.button(ui));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("top-bar");
        return bar;
    }

    private Node middle(Role role) {
        var left = role.maySend() ? new Preview(ui) : watching();
        HBox.setHgrow(left, Priority.ALWAYS);
        var scroll = new ScrollPane(panel(role));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().addAll("edge-to-edge", "see-through");
        scroll.setMinWidth(404);
        scroll.setPrefWidth(404);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        var row = new HBox(20, left, scroll);
        row.setMaxSize(1760, 1000);
        row.setPadding(new Insets(0, 20, 20, 32));
        row.setAlignment(Pos.CENTER);
        return new StackPane(row);
    }

    private Region watching() {
        var disc = new StackPane(Icon.WATCH.node());
        disc.getStyleClass().add("invite-icon");
        var text = new Label(ui.text("lobby.watcher"));
        text.getStyleClass().add("lead");
        text.setWrapText(true);
        text.setMaxWidth(480);
        text.setTextAlignment(TextAlignment.CENTER);
        var box = new VBox(20, disc, text);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private VBox panel(Role role) {
        var heading = new Label(ui.text(switch (role) {
            case TEACHER, ASSISTANT -> "lobby.ready.teacher";
            case STUDENT -> "lobby.ready";
            case WATCHER -> "lobby.ready.watcher";
        }));
        heading.getStyleClass().add("heading");
        var title = new Label();
        title.textProperty().bind(lobby.title);
        title.getStyleClass().add("lead");
        title.setWrapText(true);
        title.managedProperty().bind(lobby.title.isNotEmpty());
        var name = new TextField();
        name.setId("name");
        name.textProperty().bindBidirectional(lobby.name);
        var panel = new VBox(14, new VBox(4, heading, title), labelled("home.field.name", name));
        if (role.maySend()) {
            panel.getChildren().addAll(
                    new DeviceField(ui, "lobby.camera", Icon.CAMERA, devices.cameras, devices.camera,
                            ui.classroom::chooseCamera,
                            null),
                    new DeviceField(ui, "lobby.microphone", Icon.MICROPHONE, devices.microphones, devices.microphone,
                            ui.classroom::chooseMicrophone, devices.microphoneProblem),
                    level());
        }
        panel.getChildren().add(new DeviceField(ui, "lobby.speaker", Icon.SPEAKER, devices.speakers, devices.speaker,
                ui.classroom::chooseSpeaker, devices.speakerProblem));
        if (role.maySend()) panel.getChildren().add(music());
        var enter = enter(role, name);
        VBox.setMargin(enter, new Insets(6, 0, 0, 0));
        panel.getChildren().addAll(new Problem(ui, lobby.problem), enter);
        panel.getStyleClass().addAll("card", "lobby-card");
        panel.setMaxHeight(Region.USE_PREF_SIZE);
        var middle = new VBox(panel);
        middle.setAlignment(Pos.CENTER);
        middle.setPadding(new Insets(6, 12, 16, 12)); // room for the shadow
        return middle;
    }

    private Node level() {
        var meter = new Meter();
        meter.setAccessibleText(ui.text("lobby.level"));
        ui.watch(devices.level, level -> meter.show(level.doubleValue()));
        return meter;
    }

    private Node music() {
        var name = new Label(ui.text("lobby.music"));
        name.getStyleClass().add("field-label");
        var about = new Label(ui.text("lobby.music.about"));
        about.getStyleClass().addAll("muted", "small");
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        var text = new VBox(2, name, about);
        HBox.setHgrow(text, Priority.ALWAYS);
        var toggle = new ToggleSwitch();
        toggle.setId("music");
        toggle.setAccessibleText(name.getText());
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        ui.watch(devices.music, toggle::setSelected);
        toggle.selectedProperty().addListener((_, _, on) -> {
            if (on != devices.music.get()) ui.classroom.music(on);
        });
        var row = new HBox(12, text, toggle);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Button enter(Role role, TextField name) {
        var enter = new Button();
        enter.setId("enter");
        enter.getStyleClass().addAll("primary", "large");
        enter.setMaxWidth(Double.MAX_VALUE);
        enter.setDefaultButton(true);
        enter.setOnAction(_ -> ui.classroom.enter());
        var text = ui.text(role == Role.TEACHER ? "lobby.enter.teacher" : "lobby.enter");
        ui.watch(lobby.entering, entering -> {
            enter.setText(entering ? ui.text("lobby.entering") : text);
            var turning = new ProgressIndicator();
            turning.setMaxSize(18, 18);
            turning.setStyle("-fx-progress-color: white;");
            enter.setGraphic(entering ? turning : null);
        });
        enter.disableProperty().bind(lobby.entering
                .or(Bindings.createBooleanBinding(() -> lobby.name.get().isBlank(), lobby.name)));
        name.disableProperty().bind(lobby.entering);
        return enter;
    }

    private VBox labelled(String key, TextField field) {
        var label = new Label(ui.text(key));
        label.getStyleClass().add("field-label");
        label.setLabelFor(field);
        field.setAccessibleText(label.getText());
        return new VBox(6, label, field);
    }
}
