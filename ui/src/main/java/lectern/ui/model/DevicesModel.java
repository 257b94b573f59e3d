package lectern.ui.model;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import lectern.resources.Phrase;
import org.jspecify.annotations.Nullable;

/// What this machine can send and play, what is chosen, and what of it is on: in the lobby and in the class alike.
public final class DevicesModel {
    public final ObservableList<Choice> cameras = FXCollections.observableArrayList();
    public final ObservableList<Choice> microphones = FXCollections.observableArrayList();
    public final ObservableList<Choice> speakers = FXCollections.observableArrayList();
    public final ObjectProperty<@Nullable Choice> camera = new SimpleObjectProperty<>();
    public final ObjectProperty<@Nullable Choice> microphone = new SimpleObjectProperty<>();
    public final ObjectProperty<@Nullable Choice> speaker = new SimpleObjectProperty<>();

    /// What doesn't work and what to do about it; null when all is well.
    public final ObjectProperty<@Nullable Phrase> cameraProblem = new SimpleObjectProperty<>();
    public final ObjectProperty<@Nullable Phrase> microphoneProblem = new SimpleObjectProperty<>();
    public final ObjectProperty<@Nullable Phrase> speakerProblem = new SimpleObjectProperty<>();

    /// What we mean to send. The program sets them when a wish of [Classroom] is fulfilled.
    public final BooleanProperty microphoneOn = new SimpleBooleanProperty(true);
    public final BooleanProperty cameraOn = new SimpleBooleanProperty(true);
    public final BooleanProperty music = new SimpleBooleanProperty();
    /// Loudness at our microphone now, 0 to 1; also while muted, so that one can see it would work.
    public final DoubleProperty level = new SimpleDoubleProperty();

    public final ObservableList<ScreenChoice> screens = FXCollections.observableArrayList();
    /// The list of screens is being read.
    public final BooleanProperty screensLoading = new SimpleBooleanProperty();
    /// Screens can't be shared on this machine, and why.
    public final ObjectProperty<@Nullable Phrase> screensProblem = new SimpleObjectProperty<>();
    /// What we share now; null when nothing.
    public final ObjectProperty<@Nullable ScreenChoice> sharing = new SimpleObjectProperty<>();
}
