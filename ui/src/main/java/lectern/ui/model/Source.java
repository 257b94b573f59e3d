package lectern.ui.model;

/// The two tracks of a participant that can be looked at.
public enum Source {
    CAMERA, SCREEN
}
