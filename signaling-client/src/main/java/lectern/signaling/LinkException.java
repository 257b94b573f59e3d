package lectern.signaling;

/// A text that is no link to a class, and what is wrong with it, for the person who has it before them.
public final class LinkException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public LinkException(String message) { super(message); }
}
