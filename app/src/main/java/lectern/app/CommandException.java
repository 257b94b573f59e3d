package lectern.app;

/// A command that didn't work, in words for the person who gave it.
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CommandException(String message) { super(message); }
}
