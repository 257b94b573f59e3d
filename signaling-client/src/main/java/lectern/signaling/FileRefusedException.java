package lectern.signaling;

import java.io.IOException;

/// The server doesn't take a file, or doesn't give it.
public final class FileRefusedException extends IOException {
    private static final long serialVersionUID = 1;

    public enum Why {
        NOT_ALLOWED, NOT_THERE, TOO_LARGE,
        /// None that boards show.
        OTHER_KIND, OTHER
    }

    private final int status;
    private final Why why;

    FileRefusedException(int status, String words) {
        super(words.isBlank() ? "the server answered " + status : words);
        this.status = status;
        why = switch (status) {
            case 401, 403 -> Why.NOT_ALLOWED;
            case 404 -> Why.NOT_THERE;
            case 413 -> Why.TOO_LARGE;
            case 415 -> Why.OTHER_KIND;
            default -> Why.OTHER;
        };
    }

    public Why why() { return why; }

    int status() { return status; }

    /// Whether the same request may be answered otherwise in a moment: a server that is busy, or where we are away as long as our
    /// line to the class is.
    boolean mayPass() { return status == 401 || status == 403 || status == 408 || status == 429 || status >= 500; }
}
