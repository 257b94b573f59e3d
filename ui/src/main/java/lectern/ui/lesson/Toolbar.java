package lectern.ui.lesson;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lectern.protocol.Role;
import lectern.ui.part.Icon;
import lectern.ui.part.Keys;
import lectern.ui.part.Ui;

/// The line at the foot: what one does with one's own microphone, camera and screen in the middle, the way out at the
/// right. A watcher sends nothing and so has no switches, only the word that they watch.
final class Toolbar extends StackPane {
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");
    private static final PseudoClass TALKING = PseudoClass.getPseudoClass("talking");
    private static final double VOICE_WIDTH = 44;

    private final Ui ui;

    Toolbar(Ui ui, ObservableValue<Boolean> talking) {
        this.ui = ui;
        getStyleClass().add("toolbar");
        boolean sends = ui.model.lesson.role.get().maySend();
        var left = new HBox(sends ? note(talking) : watching());
        left.setAlignment(Pos.CENTER_LEFT);
        var tools = new HBox(10);
        tools.setAlignment(Pos.CENTER);
        if (sends) tools.getChildren().addAll(microphone(), camera(), share());
        if (ui.model.lesson.role.get().mayModerate()) tools.getChildren().add(materials());
        tools.getChildren().add(people());
        var right = new HBox(leave());
        right.setAlignment(Pos.CENTER_RIGHT);
        for (var box : new HBox[]{ left, tools, right}) {
            box.setPickOnBounds(false);
            getChildren().add(box);
        }
    }

    private Node microphone() {
        var devices = ui.model.devices;
        var button = switched("microphone", devices.microphoneOn, Icon.MICROPHONE, Icon.MICROPHONE_OFF,
                "tool.microphone",
                "tool.microphone.mute", "tool.microphone.unmute", Keys.MICROPHONE, ui.classroom::microphone);
        var voice = new Region(); // grows with one's own voice: the quickest proof that the microphone works
        voice.getStyleClass().add("voice");
        voice.setMouseTransparent(true);
        StackPane.setAlignment(voice, Pos.BOTTOM_CENTER);
        ui.watchAll(() -> {
            double width = devices.microphoneOn.get()
                    ? Math.sqrt(Math.clamp(devices.level.get(), 0, 1)) * VOICE_WIDTH
                    : 0;
            voice.setMaxWidth(width);
            voice.setVisible(width >= 1);
        }, devices.level, devices.microphoneOn);
        var stack = new StackPane(button, voice);
        stack.setMaxHeight(USE_PREF_SIZE);
        return group(devices.microphoneOn, stack,
                chevron("microphone-devices", "tool.microphone.devices", () -> DeviceMenu.sound(ui)));
    }

    private Node camera() {
        var button = switched("camera", ui.model.devices.cameraOn, Icon.CAMERA, Icon.CAMERA_OFF, "tool.camera",
                "tool.camera.stop", "tool.camera.start", Keys.CAMERA, ui.classroom::camera);
        return group(ui.model.devices.cameraOn, button,
                chevron("camera-devices", "tool.camera.devices", () -> DeviceMenu.cameras(ui)));
    }

    private Button share() {
        var button = tool("share", "tool.share", Icon.SCREEN);
        button.getStyleClass().add("single");
        button.setOnAction(_ -> {
            if (ui.model.devices.sharing.get() == null) ShareSheet.open(ui);
            else ui.classroom.stopSharing();
        });
        ui.watch(ui.model.devices.sharing, sharing -> {
            var text = ui.text(sharing == null ? "tool.share" : "tool.share.stop");
            button.setText(text);
            Keys.name(button, text);
            button.pseudoClassStateChanged(ON, sharing != null);
        });
        return button;
    }

    private Button materials() {
        var lesson = ui.model.lesson;
        var button = tool("materials", "tool.materials", Icon.LIBRARY);
        button.getStyleClass().add("single");
        button.setOnAction(_ -> lesson.materialsShown.set(!lesson.materialsShown.get()));
        Keys.name(button, ui.text("tool.materials"));
        ui.watch(lesson.materialsShown, shown -> button.pseudoClassStateChanged(ON, shown));
        return button;
    }

    private Button people() {
        var lesson = ui.model.lesson;
        var button = tool("people", "tool.people", Icon.PEOPLE);
        button.getStyleClass().add("single");
        button.setOnAction(_ -> lesson.peopleShown.set(!lesson.peopleShown.get()));
        Keys.name(button, ui.text("tool.people"));
        ui.watch(lesson.peopleShown, shown -> button.pseudoClassStateChanged(ON, shown));
        ui.watchAll(() -> button.setText(ui.text("tool.people") + " " + lesson.people.size()), lesson.people);
        return button;
    }

    private Button switched(String id, BooleanProperty on, Icon onIcon, Icon offIcon, String name, String turnOff,
            String turnOn,
            KeyCombination keys, Consumer<Boolean> wish) {
        var button = tool(id, name, onIcon);
        button.setOnAction(_ -> wish.accept(!on.get()));
        ui.watch(on, now -> {
            button.setGraphic((now ? onIcon : offIcon).node());
            button.setText(ui.text(now ? turnOff : turnOn));
            button.pseudoClassStateChanged(OFF, !now);
            Keys.name(button, button.getText(), keys);
        });
        return button;
    }

    private Button tool(String id, String name, Icon icon) {
        var button = new Button(ui.text(name), icon.node());
        button.setId(id);
        button.getStyleClass().setAll("tool");
        return button;
    }

    private Button chevron(String id, String name, Supplier<ContextMenu> menu) {
        var button = new Button(null, Icon.UP.node());
        button.setId(id);
        button.getStyleClass().setAll("tool-chevron");
        Keys.name(button, ui.text(name));
        button.setOnAction(_ -> menu.get().show(button, Side.TOP, -160, -6));
        return button;
    }

    private Node leave() {
        var leave = new Button(ui.text("tool.leave"), Icon.LEAVE.node());
        leave.setId("leave");
        leave.getStyleClass().addAll("danger", "leave-main");
        Keys.name(leave, ui.text("tool.leave"));
        if (ui.model.lesson.role.get() != Role.TEACHER) {
            leave.setOnAction(_ -> ui.classroom.leave());
            return leave;
        }
        leave.getStyleClass().add("joined");
        leave.setOnAction(_ -> endForAll());
        leave.setText(ui.text("leave.all.go"));
        var more = new Button(null, Icon.UP.node());
        more.setId("leave-more");
        more.getStyleClass().addAll("danger", "leave-more");
        Keys.name(more, ui.text("tool.leave.more"));
        var menu = new ContextMenu(item("leave-self", "tool.leave.self", this::leaveAlone),
                item("leave-all", "tool.leave.all", this::endForAll));
        more.setOnAction(_ -> menu.show(more, Side.TOP, -150, -6));
        return together(leave, more);
    }

    private HBox group(BooleanProperty on, Node... nodes) {
        var group = together(nodes);
        group.getStyleClass().add("tool-group");
        group.setMaxHeight(USE_PREF_SIZE);
        ui.watch(on, now -> group.pseudoClassStateChanged(OFF, !now));
        return group;
    }

    private static HBox together(Node... nodes) {
        var row = new HBox(1, nodes);
        row.setAlignment(Pos.CENTER);
        return row;
    }

    private MenuItem item(String id, String key, Runnable then) {
        var item = new MenuItem(ui.text(key));
        item.setId(id);
        item.setOnAction(_ -> then.run());
        return item;
    }

    private void leaveAlone() {
        ui.sheets.ask(ui, ui.text("leave.self.title"), ui.text("leave.self.text"), ui.text("tool.leave"), "danger",
                ui.classroom::leave);
    }

    private void endForAll() {
        ui.sheets.ask(ui, ui.text("leave.all.title"), ui.text("leave.all.text"), ui.text("leave.all.go"), "danger",
                ui.classroom::endForAll);
    }

    private Label note(ObservableValue<Boolean> talking) {
        var note = new Label();
        note.getStyleClass().add("toolbar-note");
        note.setGraphicTextGap(8);
        ui.watchAll(() -> {
            boolean talks = talking.getValue(), on = ui.model.devices.microphoneOn.get() || talks;
            note.setText(ui.text(talks ? "note.talking" : on ? "note.microphone.on" : "note.muted"));
            note.setGraphic((on ? Icon.MICROPHONE : Icon.MICROPHONE_OFF).node());
            note.pseudoClassStateChanged(TALKING, talks);
        }, talking, ui.model.devices.microphoneOn);
        return note;
    }

    private Node watching() {
        var title = new Label(ui.text("note.watching"));
        title.getStyleClass().add("strong");
        var about = new Label(ui.text("note.watching.about"));
        about.getStyleClass().add("toolbar-note");
        var text = new VBox(1, title, about);
        text.setAlignment(Pos.CENTER_LEFT);
        var row = new HBox(12, Icon.WATCH.node(), text);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
