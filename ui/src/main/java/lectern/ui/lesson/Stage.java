package lectern.ui.lesson;

/// What stands in the middle.
sealed interface Stage {
    /// Somebody else's shared screen.
    record Screen(String participant) implements Stage {}

    /// We share: a picture of our own screen would show itself in itself.
    record OwnScreen() implements Stage {}

    record Camera(String participant) implements Stage {}

    /// Nobody else who could be seen.
    record Nobody() implements Stage {}
}
