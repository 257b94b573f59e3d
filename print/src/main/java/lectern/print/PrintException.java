package lectern.print;

/// A file that can't be read or written; the message is for the person who chose it.
public final class PrintException extends Exception {
    private static final long serialVersionUID = 1;

    public enum Why {
        /// It isn't a PDF, or is damaged beyond reading.
        BROKEN, ENCRYPTED,
        /// More pages, or larger ones, than a board takes.
        TOO_LARGE, NO_PAGES
    }

    private final Why why;

    public PrintException(Why why, String message) {
        super(message);
        this.why = why;
    }

    public PrintException(Why why, String message, Throwable cause) {
        super(message, cause);
        this.why = why;
    }

    public Why why() { return why; }
}
