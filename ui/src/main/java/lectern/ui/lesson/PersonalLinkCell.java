package lectern.ui.lesson;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import lectern.protocol.InvitationId;
import lectern.protocol.PersonalLink;
import lectern.ui.part.Icon;
import lectern.ui.part.Keys;
import lectern.ui.part.Ui;
import org.jspecify.annotations.Nullable;

/// One personal link: whose it is, *Copy*, and *Revoke*, which asks in the same place, since nothing brings a link back.
final class PersonalLinkCell extends ListCell<PersonalLink> {
    private final Ui ui;
    private final ObjectProperty<@Nullable InvitationId> asking;
    private final ListView<PersonalLink> list;

    PersonalLinkCell(Ui ui, ObjectProperty<@Nullable InvitationId> asking, ListView<PersonalLink> list) {
        this.ui = ui;
        this.asking = asking;
        this.list = list;
        setPrefWidth(0); // as wide as the list: long names are shortened
        Subscription watched = asking.subscribe((before, now) -> {
            var link = getItem();
            if (link != null && (link.id().equals(before) || link.id().equals(now))) show(link);
        });
        ui.onClose(watched);
    }

    @Override
    protected void updateItem(@Nullable PersonalLink link, boolean empty) {
        super.updateItem(link, empty);
        setText(null);
        if (empty || link == null) setGraphic(null);
        else show(link);
    }

    private void show(PersonalLink link) {
        setGraphic(link.id().equals(asking.get()) ? question(link) : row(link));
    }

    private HBox row(PersonalLink link) {
        var about = new Label(ui.text(VideoTile.roleKey(link.role())));
        var copy = button("links.copy", "outline", link, () -> LinkCopy.copy(ui, link.link()));
        copy.setGraphic(Icon.COPY.node());
        var revoke = button("links.personal.revoke", "quiet", link, () -> asking.set(link.id()));
        return line(link, about, copy, revoke);
    }

    private HBox question(PersonalLink link) {
        var keep = button("links.personal.keep", "outline", link, this::keep);
        var revoke = button("links.personal.revoke", "danger", link, () -> {
            asking.set(null);
            list.requestFocus();
            ui.classroom.revokeInvitation(link.id());
        });
        revoke.setId("personal-revoke-now");
        var line = line(link, new Label(ui.text("links.personal.ask")), keep, revoke);
        line.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() != KeyCode.ESCAPE) return; // takes back the question, not the popover
            keep();
            event.consume();
        });
        keep.sceneProperty().subscribe(scene -> {
            if (scene != null) keep.requestFocus();
        });
        return line;
    }

    private void keep() {
        asking.set(null);
        list.requestFocus();
    }

    private HBox line(PersonalLink link, Label about, Button... buttons) {
        var name = new Label(link.name());
        name.getStyleClass().add("person-name");
        about.getStyleClass().addAll("muted", "small");
        var text = new VBox(1, name, about);
        text.setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var line = new HBox(6, text);
        line.getChildren().addAll(buttons);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Button button(String word, String look, PersonalLink link, Runnable then) {
        var button = new Button(ui.text(word));
        button.getStyleClass().addAll(look, "compact");
        button.setMinWidth(Region.USE_PREF_SIZE);
        Keys.name(button, ui.text(word) + ": " + link.name());
        button.setOnAction(_ -> then.run());
        return button;
    }
}
