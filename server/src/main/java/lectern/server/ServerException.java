package lectern.server;

import org.jspecify.annotations.Nullable;

/// The server can't start, in words for the person who started it: what is wrong, and what to do.
public final class ServerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ServerException(String message) {
        this(message, null);
    }

    public ServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
