package lectern.ui.model;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Everything the window shows: which screen, and the model of each.
public final class ScreenModel {
    public enum Screen { HOME, LIBRARY, LOBBY, CLASS }

    public final ObjectProperty<Screen> screen = new SimpleObjectProperty<>(Screen.HOME);
    public final HomeModel home = new HomeModel();
    public final LibraryModel library = new LibraryModel();
    public final LobbyModel lobby = new LobbyModel();
    public final ClassModel lesson = new ClassModel();
    public final DevicesModel devices = new DevicesModel();
    public final SettingsModel settings = new SettingsModel();
}
