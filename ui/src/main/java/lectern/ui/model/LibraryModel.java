package lectern.ui.model;

import java.nio.file.Path;
import java.util.List;
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
import javafx.collections.ObservableMap;
import lectern.resources.Phrase;
import org.jspecify.annotations.Nullable;

/// The materials on this machine: where they are, and what is prepared for which class.
public final class LibraryModel {
    /// The key in [#lists] of the class that is started next.
    public static final String COMING = "";

    public enum Order { NAME, NEWEST }

    public enum Look { GRID, LIST }

    public final ObservableList<Path> folders = FXCollections.observableArrayList();
    public final ObjectProperty<Place> place = new SimpleObjectProperty<>(new Place.Recent());
    /// What is in that place, in no order.
    public final ObservableList<Material> files = FXCollections.observableArrayList();
    public final ObservableList<Path> subfolders = FXCollections.observableArrayList();
    /// The folder isn't there, or may not be read: a disk was unplugged.
    public final BooleanProperty folderGone = new SimpleBooleanProperty();
    /// The folders are being read.
    public final BooleanProperty reading = new SimpleBooleanProperty();
    /// Counts up when they were: what was known of files may have changed.
    public final IntegerProperty readings = new SimpleIntegerProperty();
    /// There is more than the library holds.
    public final BooleanProperty full = new SimpleBooleanProperty();
    /// Why the last wish didn't work, or what had to be left behind.
    public final ObjectProperty<@Nullable Phrase> problem = new SimpleObjectProperty<>();

    /// What is searched; empty where nothing is. Set by [Library#search].
    public final StringProperty sought = new SimpleStringProperty("");
    public final ObservableList<Material> foundByName = FXCollections.observableArrayList();
    public final ObservableList<TextHit> foundInText = FXCollections.observableArrayList();
    /// How many files' texts are known, and of how many they will be.
    public final IntegerProperty textsKnown = new SimpleIntegerProperty();
    public final IntegerProperty textsWanted = new SimpleIntegerProperty();
    public final BooleanProperty textsPaused = new SimpleBooleanProperty();

    /// By room, or [#COMING]; a class without a list isn't there.
    public final ObservableMap<String, List<Prepared>> lists = FXCollections.observableHashMap();
    /// Whose list is worked on; in a class its own.
    public final StringProperty room = new SimpleStringProperty(COMING);
    /// What was taken away last, in words, as long as [Library#undo] brings it back.
    public final ObjectProperty<@Nullable Phrase> removed = new SimpleObjectProperty<>();

    /// Chosen on the screen.
    public final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.NAME);
    public final ObjectProperty<Look> look = new SimpleObjectProperty<>(Look.GRID);
    /// In hand, from the library to the board.
    public final ObjectProperty<List<Prepared>> dragged = new SimpleObjectProperty<>(List.of());

    public List<Prepared> list() { return lists.getOrDefault(room.get(), List.of()); }
}
