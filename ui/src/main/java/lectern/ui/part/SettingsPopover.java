package lectern.ui.part;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import lectern.resources.Language;
import lectern.ui.model.SettingsModel.Theme;
import org.controlsfx.control.PopOver;

/// The gear and what it opens: appearance, language, and the keys to know.
public final class SettingsPopover {
    private final Ui ui;
    private final PopOver popover;

    private SettingsPopover(Ui ui) {
        this.ui = ui;
        popover = Popovers.make(content());
    }

    /// The gear button, complete.
    public static Button button(Ui ui) {
        var button = new Button(null, Icon.SETTINGS.node());
        button.getStyleClass().addAll("quiet", "icon-only");
        button.setId("settings");
        Keys.name(button, ui.text("header.settings"));
        var settings = new SettingsPopover(ui);
        button.setOnAction(_ -> Popovers.toggle(settings.popover, button));
        ui.onClose(() -> settings.popover.hide(Duration.ZERO));
        return button;
    }

    private VBox content() {
        var title = new Label(ui.text("settings.title"));
        title.getStyleClass().add("subheading");
        var keys = new VBox(7,
                key(Keys.MICROPHONE.getDisplayText(), "settings.keys.microphone"),
                key(Keys.CAMERA.getDisplayText(), "settings.keys.camera"),
                key(ui.text("key.space"), "settings.keys.talk"),
                key(ui.text("key.escape"), "settings.keys.close"));
        var content = new VBox(16, title,
                section("settings.theme",
                        Segments.of(ui, "theme", List.of(Theme.values()), ui.model.settings.theme, this::name)),
                section("settings.language",
                        Segments.of(ui, "language", List.of(Language.values()), ui.model.settings.language,
                                it -> it.ownName)),
                section("settings.keys", keys));
        content.setPadding(new Insets(18));
        content.setPrefWidth(340);
        return content;
    }

    private String name(Theme theme) {
        return switch (theme) {
            case SYSTEM -> ui.text("settings.theme.system");
            case LIGHT -> ui.text("settings.theme.light");
            case DARK -> ui.text("settings.theme.dark");
        };
    }

    private VBox section(String key, Node content) {
        var label = new Label(ui.text(key));
        label.getStyleClass().add("field-label");
        return new VBox(8, label, content);
    }

    private HBox key(String keys, String key) {
        var cap = new Label(keys);
        cap.getStyleClass().add("key");
        var text = new Label(ui.text(key));
        text.getStyleClass().addAll("muted", "small");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var row = new HBox(text, space, cap);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
