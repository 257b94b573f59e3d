package lectern.signaling;

import java.io.IOException;

/// The server doesn't take a file, or doesn't give it.
public final class FileRefusedException extends IOException {
    private static final long serialVersionUID = 1;

    public enum Why {
        NOT_ALLOWED, NOT_THERE, TOO_LARGE,
        /// Neither a picture nor a PDF.
        OTHER_KIND, OTHER
    }

    private final Why why;

    FileRefusedException(int status) {
        super("the server answered " + status);
        why = switch (status) {
            case 401, 403 -> Why.NOT_ALLOWED;
            case 404 -> Why.NOT_THERE;
            case 413 -> Why.TOO_LARGE;
            case 415 -> Why.OTHER_KIND;
            default -> Why.OTHER;
        };
    }

    public Why why() { return why; }
}
