package lectern.protocol;

/// A message that can't exist: what is wrong with it, in words that may be sent back to whoever wrote it.
public final class ProtocolException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public ProtocolException(String message) { super(message); }
}
