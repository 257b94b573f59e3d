package lectern.ui.model;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import lectern.resources.Phrase;
import org.jspecify.annotations.Nullable;

/// The first screen: start a class, or join one.
public final class HomeModel {
    /// What stands in the fields; the program fills them from the last time or from a `lectern://` link.
    public final StringProperty title = new SimpleStringProperty("");
    public final StringProperty link = new SimpleStringProperty("");
    /// A wish is under way: the buttons wait.
    public final BooleanProperty busy = new SimpleBooleanProperty();
    /// Why the last wish didn't work, shown where it was made.
    public final ObjectProperty<@Nullable Phrase> startProblem = new SimpleObjectProperty<>();
    public final ObjectProperty<@Nullable Phrase> joinProblem = new SimpleObjectProperty<>();
    /// Those that were never ended first, then the newest first.
    public final ObservableList<EarlierLesson> earlier = FXCollections.observableArrayList();
    /// The one that was just thrown away and can be taken back.
    public final ObjectProperty<@Nullable EarlierLesson> deleted = new SimpleObjectProperty<>();
    /// Why what was done to a lesson didn't work.
    public final ObjectProperty<@Nullable Phrase> lessonsProblem = new SimpleObjectProperty<>();
}
