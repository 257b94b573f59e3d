package lectern.ui.lesson;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lectern.protocol.InvitationId;
import lectern.protocol.Limits;
import lectern.protocol.PersonalLink;
import lectern.protocol.Role;
import lectern.ui.part.Icon;
import lectern.ui.part.Ui;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/// Links of one person each: made by a name and a role, copied, and revoked one by one. The newest is on top.
final class PersonalLinks extends VBox {
    private static final List<Role> ROLES = List.of(Role.STUDENT, Role.WATCHER, Role.ASSISTANT);
    private static final double ROW = 50;
    private static final int ROWS_SHOWN = 3;

    private final Ui ui;
    private final Runnable onEscape;
    private final TextField name = new TextField();
    private final ObjectProperty<Role> role = new SimpleObjectProperty<>(Role.STUDENT);
    private final ObservableList<PersonalLink> newestFirst = FXCollections.observableArrayList();
    private final ListView<PersonalLink> list = new ListView<>(newestFirst);
    /// The one whose row asks whether it should be revoked; one at a time.
    private final ObjectProperty<@Nullable InvitationId> asking = new SimpleObjectProperty<>();

    /// @param onEscape what Escape does in the name field
    PersonalLinks(Ui ui, Runnable onEscape) {
        super(3);
        this.ui = ui;
        this.onEscape = onEscape;
        var heading = new Label(ui.text("links.personal"), Icon.PERSONAL.node());
        heading.getStyleClass().add("strong");
        heading.setGraphicTextGap(8);
        var about = new Label(ui.text("links.personal.about"));
        about.getStyleClass().addAll("muted", "small");
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        var form = new VBox(8, nameRow(), roles());
        form.setPadding(new Insets(5, 0, 5, 0));
        list();
        getChildren().addAll(heading, about, form, list);
        var links = ui.model.lesson.personalLinks;
        ui.watchAll(() -> newestFirst.setAll(List.copyOf(links).reversed()), links);
    }

    /// Who comes back later begins anew.
    void forgetQuestion() { asking.set(null); }

    private HBox nameRow() {
        name.setId("personal-name");
        name.setPromptText(ui.text("links.personal.name"));
        name.setAccessibleText(ui.text("links.personal.name"));
        name.setTextFormatter(new TextFormatter<>(
                change -> change.getControlNewText().length() <= Limits.NAME_CHARS ? change : null));
        name.setOnAction(_ -> make());
        name.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() != KeyCode.ESCAPE) return; // a field with a formatter keeps it for itself
            onEscape.run();
            event.consume();
        });
        HBox.setHgrow(name, Priority.ALWAYS);
        var make = new Button(ui.text("links.personal.make"));
        make.setId("personal-make");
        make.getStyleClass().add("primary");
        make.setMinWidth(108);
        make.disableProperty().bind(
                Bindings.createBooleanBinding(() -> name.getText().isBlank(), name.textProperty()));
        make.setOnAction(_ -> make());
        return new HBox(8, name, make);
    }

    private SegmentedButton roles() {
        var buttons = new SegmentedButton();
        var group = new ToggleGroup();
        for (var one : ROLES) {
            var button = new ToggleButton(ui.text(VideoTile.roleKey(one)));
            button.setId("personal-" + one.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setSelected(one == role.get());
            button.setOnAction(_ -> {
                button.setSelected(true); // clicking the chosen one again would leave nothing chosen
                role.set(one);
            });
            buttons.getButtons().add(button);
        }
        buttons.setToggleGroup(group);
        return buttons;
    }

    private void list() {
        list.setId("personal-list");
        list.getStyleClass().add("personal-list");
        list.setAccessibleText(ui.text("links.personal"));
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new PersonalLinkCell(ui, asking, list));
        var height = Bindings.createDoubleBinding(() -> Math.min(newestFirst.size(), ROWS_SHOWN) * ROW + 2,
                newestFirst);
        list.prefHeightProperty().bind(height);
        list.minHeightProperty().bind(height);
        list.visibleProperty().bind(Bindings.isNotEmpty(newestFirst));
        list.managedProperty().bind(list.visibleProperty());
        list.setOnKeyPressed(event -> {
            var link = list.getSelectionModel().getSelectedItem();
            if (link == null || event.getTarget() != list) return;
            if (event.getCode() == KeyCode.ENTER) LinkCopy.copy(ui, link.link());
            else if (event.getCode() == KeyCode.DELETE) asking.set(link.id());
            else return;
            event.consume();
        });
    }

    private void make() {
        String whom = name.getText().strip();
        if (whom.isEmpty()) return;
        ui.classroom.invite(role.get(), whom);
        name.clear();
        name.requestFocus(); // the next name
    }
}
