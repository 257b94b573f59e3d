package lectern.ui.lesson;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import lectern.ui.model.Choice;
import lectern.ui.part.Ui;
import org.jspecify.annotations.Nullable;

/// Changing a device during the class. Built when it is opened, so it shows what is plugged in now.
final class DeviceMenu {
    private DeviceMenu() {}

    static ContextMenu sound(Ui ui) {
        var devices = ui.model.devices;
        var menu = new ContextMenu();
        section(ui, menu, "lobby.microphone", devices.microphones, devices.microphone.get(),
                ui.classroom::chooseMicrophone);
        menu.getItems().add(new SeparatorMenuItem());
        section(ui, menu, "lobby.speaker", devices.speakers, devices.speaker.get(), ui.classroom::chooseSpeaker);
        menu.getItems().add(new SeparatorMenuItem());
        var music = new CheckMenuItem(ui.text("lobby.music"));
        music.setSelected(devices.music.get());
        music.setOnAction(_ -> ui.classroom.music(music.isSelected()));
        menu.getItems().add(music);
        return menu;
    }

    static ContextMenu cameras(Ui ui) {
        var devices = ui.model.devices;
        var menu = new ContextMenu();
        section(ui, menu, "lobby.camera", devices.cameras, devices.camera.get(), ui.classroom::chooseCamera);
        return menu;
    }

    private static void section(Ui ui, ContextMenu menu, String title, List<Choice> choices, @Nullable Choice chosen,
            Consumer<Choice> choose) {
        var head = new MenuItem(ui.text(title));
        head.setDisable(true);
        head.getStyleClass().add("menu-head");
        menu.getItems().add(head);
        var group = new ToggleGroup();
        for (var choice : choices) {
            var item = new RadioMenuItem(choice.label());
            item.setToggleGroup(group);
            item.setSelected(choice.equals(chosen));
            item.setOnAction(_ -> choose.accept(choice));
            menu.getItems().add(item);
        }
        if (choices.isEmpty()) {
            var none = new MenuItem(ui.text("lobby.none"));
            none.setDisable(true);
            menu.getItems().add(none);
        }
    }
}
