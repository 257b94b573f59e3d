package lectern.ui.lesson;

import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.util.Duration;
import lectern.protocol.Role;
import lectern.ui.part.Icon;
import lectern.ui.part.Keys;
import lectern.ui.part.Popovers;
import lectern.ui.part.Ui;
import org.controlsfx.control.PopOver;

/// The links a teacher gives away: one for all students, one for all watchers, and those of one person each.
final class LinksPopover {
    private static final double LEAST_HEIGHT = 300;
    private static final double BELOW = 48; // arrow, shadow, and air

    private final Ui ui;
    private final PopOver popover;
    private final ScrollPane scroll;

    private LinksPopover(Ui ui) {
        this.ui = ui;
        var personal = new PersonalLinks(ui, this::hide);
        var content = content(personal);
        scroll = new ScrollPane(content);
        scroll.prefViewportHeightProperty().bind(content.heightProperty()); // by itself it takes texts for unwrapped
        scroll.getStyleClass().add("screen-list");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFitToWidth(true);
        popover = Popovers.make(scroll);
        popover.setOnHidden(_ -> personal.forgetQuestion());
    }

    /// The button in the header, complete.
    static Button button(Ui ui) {
        var button = new Button(ui.text("header.copy"), Icon.LINK.node());
        button.setId("links");
        button.getStyleClass().add("primary");
        var links = new LinksPopover(ui);
        button.setOnAction(_ -> {
            links.fit(button);
            Popovers.toggle(links.popover, button);
        });
        ui.onClose(() -> links.popover.hide(Duration.ZERO));
        return button;
    }

    /// No higher than the screen has room for below the button.
    private void fit(Button button) {
        var at = button.localToScreen(0, button.getHeight());
        if (at == null) return;
        var screens = Screen.getScreensForRectangle(at.getX(), at.getY(), 1, 1);
        var screen = screens.isEmpty() ? Screen.getPrimary() : screens.getFirst();
        scroll.setMaxHeight(Math.max(LEAST_HEIGHT, screen.getVisualBounds().getMaxY() - at.getY() - BELOW));
    }

    private void hide() {
        popover.hide();
    }

    private VBox content(PersonalLinks personal) {
        var title = new Label(ui.text("links.title"));
        title.getStyleClass().add("subheading");
        var warning = new Label(ui.text("links.warning"));
        warning.setWrapText(true);
        warning.setMinHeight(Region.USE_PREF_SIZE);
        var hint = new HBox(10, Icon.INFO.node(), warning);
        HBox.setHgrow(warning, Priority.ALWAYS);
        hint.setAlignment(Pos.TOP_LEFT);
        hint.getStyleClass().add("hint");
        var lesson = ui.model.lesson;
        var content = new VBox(18, title,
                link(Role.STUDENT, Icon.STUDENT, "links.student", "links.student.about", lesson.studentLink),
                link(Role.WATCHER, Icon.WATCH, "links.watcher", "links.watcher.about", lesson.watcherLink),
                personal, hint);
        content.setPadding(new Insets(18));
        content.setPrefWidth(440);
        return content;
    }

    private VBox link(Role role, Icon icon, String name, String about, StringProperty link) {
        var heading = new Label(ui.text(name), icon.node());
        heading.getStyleClass().add("strong");
        heading.setGraphicTextGap(8);
        var replace = new Button(ui.text("links.replace"));
        replace.setId("replace-" + role.name().toLowerCase(Locale.ROOT));
        replace.getStyleClass().add("link");
        replace.setOnAction(_ -> {
            popover.hide(Duration.ZERO);
            ui.sheets.ask(ui, ui.text("links.replace.title"), ui.text("links.replace.text"),
                    ui.text("links.replace.go"),
                    "danger", () -> ui.classroom.replaceLink(role));
        });
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(heading, space, replace);
        head.setAlignment(Pos.CENTER_LEFT);
        var text = new Label(ui.text(about));
        text.getStyleClass().addAll("muted", "small");
        text.setWrapText(true);
        var field = new TextField();
        field.textProperty().bind(link);
        field.setEditable(false);
        field.setFocusTraversable(false);
        field.setAccessibleText(heading.getText());
        HBox.setHgrow(field, Priority.ALWAYS);
        var row = new HBox(8, field, copyButton(role, link, heading.getText()));
        VBox.setMargin(row, new Insets(5, 0, 0, 0));
        return new VBox(3, head, text, row);
    }

    private Button copyButton(Role role, StringProperty link, String name) {
        var copy = new Button(ui.text("links.copy"), Icon.COPY.node());
        copy.setId("copy-" + role.name().toLowerCase(Locale.ROOT));
        copy.getStyleClass().add("primary");
        copy.setMinWidth(108);
        Keys.name(copy, ui.text("links.copy") + ": " + name);
        copy.disableProperty().bind(link.isEmpty());
        var back = new PauseTransition(Duration.seconds(2));
        back.setOnFinished(_ -> {
            copy.setText(ui.text("links.copy"));
            copy.setGraphic(Icon.COPY.node());
        });
        copy.setOnAction(_ -> {
            LinkCopy.copy(ui, link.get());
            copy.setText(ui.text("links.copied"));
            copy.setGraphic(Icon.DONE.node());
            back.playFromStart();
        });
        return copy;
    }
}
