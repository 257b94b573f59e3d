package lectern.ui.model;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import lectern.resources.Phrase;
import org.jspecify.annotations.Nullable;

/// Something that takes a while, and can be given up.
public final class Task {
    public final Phrase title;
    /// From 0 to 1; -1 while nobody knows.
    public final DoubleProperty fraction = new SimpleDoubleProperty(-1);
    /// What of it is done, in words; null while there is nothing to say.
    public final ObjectProperty<@Nullable Phrase> step = new SimpleObjectProperty<>();
    private final Runnable onCancel;

    /// @param onCancel on the JavaFX thread; whoever works then takes the task off [TasksModel#running]
    public Task(Phrase title, Runnable onCancel) {
        this.title = title;
        this.onCancel = onCancel;
    }

    public void cancel() { onCancel.run(); }
}
