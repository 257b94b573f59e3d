package lectern.sfu;

/// A refusal, in words that may be shown to the peer that asked.
public final class SfuException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SfuException(String why) {
        super(why);
    }
}
