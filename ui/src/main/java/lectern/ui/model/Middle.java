package lectern.ui.model;

/// What has the middle of the class.
public enum Middle {
    BOARD,
    /// A shared screen, or somebody's camera.
    PICTURE
}
