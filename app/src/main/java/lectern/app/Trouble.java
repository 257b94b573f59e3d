package lectern.app;

import java.util.concurrent.CompletionException;
import lectern.media.MediaException;

/// What went wrong, in words for a person; what is a bug of ours keeps its class name so that it can be found.
final class Trouble {
    static String words(Throwable trouble) {
        Throwable cause = trouble instanceof CompletionException && trouble.getCause() != null
                ? trouble.getCause()
                : trouble;
        return cause instanceof MediaException && cause.getMessage() != null ? cause.getMessage() : cause.toString();
    }

    private Trouble() {}
}
