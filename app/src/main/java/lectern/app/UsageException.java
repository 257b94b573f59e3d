package lectern.app;

/// A command line that can't be followed, and what is wrong with it in words.
final class UsageException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    UsageException(String message) { super(message); }
}
