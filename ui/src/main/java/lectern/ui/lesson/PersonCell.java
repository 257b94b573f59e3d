package lectern.ui.lesson;

import java.util.HashSet;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import lectern.protocol.BoardMessage;
import lectern.protocol.ParticipantId;
import lectern.protocol.Role;
import lectern.protocol.board.Drawing;
import lectern.ui.model.Person;
import lectern.ui.part.Avatar;
import lectern.ui.part.Bars;
import lectern.ui.part.Icon;
import lectern.ui.part.Keys;
import lectern.ui.part.Ui;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// One line of the people list.
final class PersonCell extends ListCell<Person> {
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private static final PseudoClass SPEAKING = PseudoClass.getPseudoClass("speaking");

    private final Ui ui;
    private final boolean moderates;
    private Subscription watched = Subscription.EMPTY;

    PersonCell(Ui ui) {
        this.ui = ui;
        moderates = ui.model.lesson.role.get().mayModerate();
        ui.onClose(() -> watched.unsubscribe());
        setPrefWidth(0); // as wide as the list, never wider: long names are shortened
    }

    @Override
    protected void updateItem(@Nullable Person person, boolean empty) {
        super.updateItem(person, empty);
        watched.unsubscribe();
        watched = Subscription.EMPTY;
        setText(null);
        setGraphic(empty || person == null ? null : row(person));
    }

    private HBox row(Person person) {
        var name = new Label(person.name);
        name.getStyleClass().add("person-name");
        var role = ui.text(VideoTile.roleKey(person.role));
        var text = new VBox(1, name);
        if (person.role != Role.STUDENT || person.self) {
            var about = new Label(person.self ? ui.text("person.role.self", role) : role);
            about.getStyleClass().addAll("muted", "small");
            text.getChildren().add(about);
        }
        text.setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var row = new HBox(11, new Avatar(person.name, 34), text);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(40);
        var states = new HBox(10);
        states.setAlignment(Pos.CENTER_RIGHT);
        states.setMinWidth(Region.USE_PREF_SIZE);
        if (person.role == Role.STUDENT) states.getChildren().add(pen(person));
        if (person.role.maySend()) states.getChildren().addAll(screen(person), microphone(person), camera(person));
        var line = new Bars(12);
        states.getChildren().addFirst(line);
        row.getChildren().add(states);
        watched = watched.and(person.bars.subscribe(now -> {
            line.show(now.intValue());
            line.setVisible(now.intValue() < 3); // only what needs attention: names need the room
            line.setManaged(line.isVisible());
        }))
                .and(person.away.subscribe(away -> row.setOpacity(away ? 0.5 : 1)));
        if (moderates) row.getChildren().add(more(person));
        return row;
    }

    private FontIcon microphone(Person person) {
        var icon = stateIcon();
        watched = watched.and(person.microphoneOn.subscribe(on -> {
            icon.setIconCode((on ? Icon.MICROPHONE : Icon.MICROPHONE_OFF).glyph);
            icon.pseudoClassStateChanged(OFF, !on);
            icon.setAccessibleText(ui.text(on ? "person.microphone.on" : "person.microphone.off"));
        })).and(person.speaking.subscribe(speaks -> icon.pseudoClassStateChanged(SPEAKING, speaks)));
        return icon;
    }

    private FontIcon camera(Person person) {
        var icon = stateIcon();
        watched = watched.and(person.cameraOn.subscribe(on -> {
            icon.setIconCode((on ? Icon.CAMERA : Icon.CAMERA_OFF).glyph);
            icon.pseudoClassStateChanged(OFF, !on);
            icon.setAccessibleText(ui.text(on ? "person.camera.on" : "person.camera.off"));
        }));
        return icon;
    }

    private FontIcon screen(Person person) {
        var icon = stateIcon();
        icon.setIconCode(Icon.SCREEN.glyph);
        watched = watched.and(person.screenOn.subscribe(on -> {
            icon.setVisible(on);
            icon.setManaged(on);
        }));
        return icon;
    }

    /// On those who may draw on the pages of all.
    private FontIcon pen(Person person) {
        var icon = stateIcon();
        icon.setIconCode(Icon.PEN.glyph);
        icon.getStyleClass().add("may-draw");
        icon.setAccessibleText(ui.text("person.draws"));
        watched = watched.and(ui.model.lesson.board.drawing.subscribe(now -> {
            icon.setVisible(now.allows(new ParticipantId(person.id)));
            icon.setManaged(icon.isVisible());
        }));
        return icon;
    }

    private CheckMenuItem draws(Person person) {
        var board = ui.model.lesson.board;
        var id = new ParticipantId(person.id);
        var item = new CheckMenuItem(ui.text("person.may.draw"));
        item.setId("may-draw-" + person.id);
        item.setOnAction(_ -> {
            var some = new HashSet<ParticipantId>();
            for (var student : ui.model.lesson.people) {
                var other = new ParticipantId(student.id);
                if (student.role == Role.STUDENT && board.drawing.get().allows(other)) some.add(other);
            }
            if (item.isSelected()) some.add(id);
            else some.remove(id);
            board.say(new BoardMessage.AllowDrawing(new Drawing(false, some)));
        });
        watched = watched.and(board.drawing.subscribe(now -> item.setSelected(now.allows(id))));
        return item;
    }

    private MenuItem undo(Person person) {
        var item = new MenuItem(ui.text("person.undo"), Icon.UNDO.node());
        item.setOnAction(_ -> ui.model.lesson.board.undoBy(new ParticipantId(person.id)));
        return item;
    }

    private static FontIcon stateIcon() {
        var icon = new FontIcon();
        icon.getStyleClass().add("state-icon");
        return icon;
    }

    private Region more(Person person) {
        if (person.self || person.role == Role.TEACHER) {
            var space = new Region();
            space.setMinWidth(26);
            return space;
        }
        var remove = new MenuItem(ui.text("people.remove"), Icon.REMOVE.node());
        remove.setOnAction(
                _ -> ui.sheets.ask(ui, ui.text("people.remove.title", person.name), ui.text("people.remove.text"),
                        ui.text("people.remove.go"), "danger", () -> ui.classroom.removeParticipant(person.id)));
        var more = new MenuButton(null, Icon.MORE.node());
        if (person.role == Role.STUDENT)
            more.getItems().addAll(draws(person), undo(person), new SeparatorMenuItem());
        more.getItems().add(remove);
        more.setMinWidth(26);
        more.setMaxWidth(26);
        Keys.name(more, ui.text("people.more", person.name));
        return more;
    }
}
