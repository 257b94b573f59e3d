package lectern.media;

/// A screen or a window that can be shared. `id` is the system's own.
public record ScreenSource(Kind kind, long id, String title) {
    public enum Kind {
        SCREEN, WINDOW
    }
}
