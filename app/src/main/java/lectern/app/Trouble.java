package lectern.app;

import java.util.concurrent.CompletionException;
import lectern.media.MediaException;
import lectern.server.ServerException;

/// What went wrong, in words for a person; what is a bug of ours keeps its class name so that it can be found.
final class Trouble {
    static String words(Throwable trouble) {
        Throwable cause = trouble instanceof CompletionException && trouble.getCause() != null
                ? trouble.getCause()
                : trouble;
        boolean isWords = cause instanceof MediaException || cause instanceof ServerException
                || cause instanceof CommandException;
        return isWords && cause.getMessage() != null ? cause.getMessage() : cause.toString();
    }

    private Trouble() {}
}
