package lectern.ui.model;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import lectern.resources.Language;

/// What the user decides about the program. The views write it; the program listens, to keep it for the next time.
public final class SettingsModel {
    public enum Theme { SYSTEM, LIGHT, DARK }

    public final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);
    public final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.ENGLISH);
    /// The user's name, filled in wherever one is asked for.
    public final StringProperty name = new SimpleStringProperty("");
}
