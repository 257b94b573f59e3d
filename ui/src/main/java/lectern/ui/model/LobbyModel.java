package lectern.ui.model;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import lectern.protocol.Role;
import lectern.resources.Phrase;
import org.jspecify.annotations.Nullable;

/// The moment before a class: see yourself, choose devices, go in. Devices are in [DevicesModel].
public final class LobbyModel {
    /// The class's title, or empty while it isn't known.
    public final StringProperty title = new SimpleStringProperty("");
    public final StringProperty name = new SimpleStringProperty("");
    public final ObjectProperty<Role> role = new SimpleObjectProperty<>(Role.STUDENT);
    /// Between the click on *Enter* and the class.
    public final BooleanProperty entering = new SimpleBooleanProperty();
    /// Why entering didn't work.
    public final ObjectProperty<@Nullable Phrase> problem = new SimpleObjectProperty<>();
}
