package lectern.ui.model;

import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import lectern.protocol.PersonalLink;
import lectern.protocol.Role;
import lectern.whiteboard.ServerClock;
import org.jspecify.annotations.Nullable;

/// The class we are in.
public final class ClassModel {
    public final StringProperty title = new SimpleStringProperty("");
    public final ObjectProperty<Role> role = new SimpleObjectProperty<>(Role.STUDENT);
    /// When the class began, by this machine's clock; null before.
    public final ObjectProperty<@Nullable Instant> liveSince = new SimpleObjectProperty<>();
    public final ObjectProperty<Connection> connection = new SimpleObjectProperty<>(new Connection.Joining());
    /// When we came in, for "you were here for"; null before.
    public final ObjectProperty<@Nullable Instant> enteredAt = new SimpleObjectProperty<>();
    /// Quality of our own line, 0 to 4, and its round trip; -1 while it isn't known.
    public final IntegerProperty bars = new SimpleIntegerProperty(-1);
    public final IntegerProperty roundTripMs = new SimpleIntegerProperty(-1);

    /// What plays in step for all plays by it.
    public final ServerClock clock = new ServerClock();

    /// Everybody, in the order they came in; ourselves included.
    public final ObservableList<Person> people = FXCollections.observableArrayList();

    /// The links a teacher gives away; empty for everybody else.
    public final StringProperty studentLink = new SimpleStringProperty("");
    public final StringProperty watcherLink = new SimpleStringProperty("");
    /// Links of one person each, for a teacher; in the order in which they were made.
    public final ObservableList<PersonalLink> personalLinks = FXCollections.observableArrayList();

    public final BoardModel board = new BoardModel();

    /// The program appends; the view takes away what has been shown.
    public final ObservableList<Toast> toasts = FXCollections.observableArrayList();

    /// Chosen by a click on this screen: who stays on the stage here, and whether the people list is open.
    public final StringProperty pinned = new SimpleStringProperty("");
    public final BooleanProperty peopleShown = new SimpleBooleanProperty(true);
    /// The library beside the board; it takes the place of the people.
    public final BooleanProperty materialsShown = new SimpleBooleanProperty();

    /// Chosen on this screen, too: what has the middle, and whether the pages are shown under the board.
    public final ObjectProperty<Middle> middle = new SimpleObjectProperty<>(Middle.BOARD);
    public final BooleanProperty pagesShown = new SimpleBooleanProperty();
    public final TasksModel tasks = new TasksModel();
    public final MaterialsModel materials = new MaterialsModel();

    public Optional<Person> self() { return people.stream().filter(person -> person.self).findFirst(); }

    public Optional<Person> person(String id) {
        return people.stream().filter(person -> person.id.equals(id)).findFirst();
    }

    /// As before the first class.
    public void reset() {
        title.set("");
        role.set(Role.STUDENT);
        liveSince.set(null);
        enteredAt.set(null);
        connection.set(new Connection.Joining());
        bars.set(-1);
        roundTripMs.set(-1);
        clock.forget();
        people.clear();
        studentLink.set("");
        watcherLink.set("");
        personalLinks.clear();
        board.reset();
        toasts.clear();
        pinned.set("");
        middle.set(Middle.BOARD);
        pagesShown.set(false);
        materials.outlines.clear();
        materialsShown.set(false);
    }
}
