package lectern.ui.model;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import lectern.protocol.Role;

/// Somebody in the class, ourselves included. Who it is never changes; how they are does.
public final class Person {
    public final String id;
    public final String name;
    public final Role role;
    public final boolean self;

    public final BooleanProperty microphoneOn = new SimpleBooleanProperty();
    public final BooleanProperty cameraOn = new SimpleBooleanProperty();
    public final BooleanProperty screenOn = new SimpleBooleanProperty();
    public final BooleanProperty speaking = new SimpleBooleanProperty();
    /// Loudness of the voice, 0 to 1.
    public final DoubleProperty level = new SimpleDoubleProperty();
    /// Quality of their line, 0 (nothing arrives) to 4.
    public final IntegerProperty bars = new SimpleIntegerProperty(4);
    /// The line of this person is lost and may come back.
    public final BooleanProperty away = new SimpleBooleanProperty();

    public Person(String id, String name, Role role, boolean self) {
        this.id = id;
        this.name = name;
        this.role = role;
        this.self = self;
    }

    @Override
    public String toString() { return name + " (" + id + ")"; }
}
