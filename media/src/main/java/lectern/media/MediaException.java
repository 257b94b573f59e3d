package lectern.media;

/// Something asked of a device or connection that can't be had; the message is for a person.
public final class MediaException extends Exception {
    private static final long serialVersionUID = 1;

    public enum Reason {
        /// No device of that name (any more).
        NOT_FOUND,
        /// It is there but doesn't start; mostly another program holds it.
        BUSY,
        /// It starts, or did, but nothing comes from it.
        SILENT,
        /// No sound system that can be used.
        NO_SOUND,
        /// This system or this kind of sound can't do it.
        UNSUPPORTED,
        /// The other side's description was refused, or the connection is closed.
        CONNECTION
    }

    private final Reason reason;

    public MediaException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
